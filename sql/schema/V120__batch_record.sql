-- The records of matched batches, line by line.
create view batch_record as
select m.year, m.match, m.register, r.delivery_id, r.line, r.paid_on, r.amount
from matched_batch m
join (
  select year, 'payment' as register, delivery_id, line, paid_on, source, function_code,
    document_number, batch, amount
  from live_payment
  union all
  select year, 'subsidy', delivery_id, line, paid_on, source, function_code, document_number, batch,
    amount
  from live_subsidy
) r
  on r.year = m.year
  and r.register = m.register
  and r.batch = m.batch
  and r.source = m.source
  and coalesce(r.function_code, '') = m.function_code
  and coalesce(r.document_number, '') = m.document_number
where not exists (
    select
    from matched_record l
    where l.year = m.year
      and l.register = r.register
      and l.delivery_id = r.delivery_id
      and l.line = r.line
  );
comment on view batch_record is 'the records of the matches of whole batches, a row each';
