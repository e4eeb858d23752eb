-- Reversals name the entry that they take back; there are few, so an index of their own finds them at once.
drop view batch_record;
drop view standing_payment, live_payment, standing_subsidy, live_subsidy;
drop view standing_aid, live_aid, standing_insurance_claim, live_insurance_claim;

alter table payment add column reverses text collate "C";
alter table subsidy add column reverses text collate "C";
alter table aid add column reverses text collate "C";
alter table insurance_claim add column reverses text collate "C";

create index payment_reversal on payment (delivery_id, line) where amount < 0 or reverses is not null;
create index subsidy_reversal on subsidy (delivery_id, line) where amount < 0 or reverses is not null;
create index aid_reversal on aid (delivery_id, line) where amount < 0 or reverses is not null;
create index insurance_claim_reversal on insurance_claim (delivery_id, line) where amount < 0 or reverses is not null;

call add_register('payment');
call add_register('subsidy');
call add_register('aid');
call add_register('insurance_claim');

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
