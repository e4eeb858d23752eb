-- Subsidies say to which account they went, kept as a keyed hash only, and which office paid them.
drop view batch_record;
drop view standing_subsidy, live_subsidy;

alter table subsidy
  add account_key bytea,
  add paying_office text collate "C";
comment on column subsidy.account_key is 'keyed hash of the account that the money went to';

call add_register('subsidy');

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
