-- Ledgers as treasuries export them: amounts on two sides or that came back, balances, running numbers, what is reversed.
drop view standing_treasury_entry, live_treasury_entry;

alter table treasury_entry
  add returned bigint,
  add debit bigint,
  add credit bigint,
  add side text collate "C",
  add balance bigint,
  add serial text collate "C",
  add reverses text collate "C";
comment on column treasury_entry.amount is 'fen that were paid; what came back is negative';
comment on column treasury_entry.debit is 'fen as the export has them; which side is paid is decided by its content';

call add_register('treasury_entry');

-- While another ledger is offered, its lines are not held against those of the one that counts.
create or replace view standing_treasury_entry as
select r.*, d.year
from treasury_entry r
join delivery d on d.id = r.delivery_id
where r.verdict = 'a'
  and d.status in ('live', 'loaded')
  and not exists (
    select
    from delivery n
    where n.supersedes in (d.id, d.supplements)
      and n.status = 'loaded'
  )
  and (
    not exists (
      select
      from named_file f
      where f.register = 'treasury_entry'
        and f.year = d.year
    )
    or exists (select from named_delivery n where n.id = d.id)
  );
