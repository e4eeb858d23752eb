-- about: the records that no strategy has matched as single ones
select r.*
from record r
where not exists (
    select
    from matched_record m
    where m.year = (select year from this_year)
      and m.delivery_id = r.delivery_id
      and m.line = r.line
  )
