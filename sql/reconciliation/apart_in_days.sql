-- about: matched entries of the year that are before the first or after the last day of what they pay, with how many days
with paid as (
  select match, min(first_on) as first_day, max(last_on) as last_day
  from matched_batch
  where year = (select year from this_year)
  group by match
  union all
  select match, min(paid_on), max(paid_on)
  from record_matched
  group by match
)
select m.match, m.delivery_id, m.line, m.amount, e.paid_on, p.first_day, p.last_day,
  greatest(p.first_day - e.paid_on, e.paid_on - p.last_day) as days
from matched_entry m
join chosen_treasury_entry e using (delivery_id, line)
join paid p using (match)
cross join this_year y
where m.year = y.year
  and e.paid_on between y.first_day and y.last_day
  and e.paid_on not between p.first_day and p.last_day
