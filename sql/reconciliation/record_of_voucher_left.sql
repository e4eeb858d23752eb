-- about: the records that name a voucher of the ledger and that no strategy has matched as single ones
select r.*
from record_of_voucher r
where not exists (
    select
    from matched_record m
    where m.year = (select year from this_year)
      and m.delivery_id = r.delivery_id
      and m.line = r.line
  )
