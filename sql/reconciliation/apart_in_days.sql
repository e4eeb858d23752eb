-- about: matched entries of the year that are before the first or after the last day of what they pay, with how many days
select m.match, m.delivery_id, m.line, m.amount, e.paid_on, d.first_day, d.last_day,
  greatest(d.first_day - e.paid_on, e.paid_on - d.last_day) as days
from matched_entry m
join chosen_treasury_entry e using (delivery_id, line)
join (
  select match, min(first_day) as first_day, max(last_day) as last_day
  from (
    select match, first_on as first_day, last_on as last_day
    from matched_batch
    where year = (select year from this_year)
    union all
    select m.match, r.paid_on, r.paid_on
    from matched_record m
    join record r using (register, delivery_id, line)
    where m.year = (select year from this_year)
  ) day
  group by match
) d using (match)
cross join this_year y
where m.year = y.year
  and e.paid_on between y.first_day and y.last_day
  and e.paid_on not between d.first_day and d.last_day
