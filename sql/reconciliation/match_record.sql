-- about: the records of each match, those of batches line by line
select m.match, r.register, r.delivery_id, r.line, r.voucher, r.paid_on, r.payee, r.source,
  r.function_code, r.document_number, r.batch, r.project_code, r.amount, r.category, r.content
from matched_record m
join record r using (register, delivery_id, line)
where m.year = (select year from this_year)
union all
select m.match, r.register, r.delivery_id, r.line, r.voucher, r.paid_on, r.payee, r.source,
  r.function_code, r.document_number, r.batch, r.project_code, r.amount, r.category, r.content
from matched_batch m
join record_unmatched r
  using (register, batch, source, function_code, document_number)
where m.year = (select year from this_year)
