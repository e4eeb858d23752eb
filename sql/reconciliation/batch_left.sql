-- about: the records left that carry a batch number, put together by what an entry tells of its batch
select row_number() over (
    order by batch, source, function_code, document_number, register
  )::integer as id,
  register, batch, source, function_code, document_number,
  count(*)::integer as records, sum(amount)::bigint as amount
from record_left
where batch <> ''
group by register, batch, source, function_code, document_number
