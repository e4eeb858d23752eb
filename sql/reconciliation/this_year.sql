-- parameters: [matching_window_days, date_window_days, paid_twice_days, plan_unspent_percent]
-- about: the year and what holds in it
select y.year, make_date(y.year, 1, 1) as first_day, make_date(y.year, 12, 31) as last_day,
  (
    select value
    from parameter
    where name = 'matching_window_days' and y.year between from_year and to_year
  ) as matching_window_days,
  (
    select value
    from parameter
    where name = 'date_window_days' and y.year between from_year and to_year
  ) as date_window_days,
  (
    select value
    from parameter
    where name = 'paid_twice_days' and y.year between from_year and to_year
  ) as paid_twice_days,
  (
    select value
    from parameter
    where name = 'plan_unspent_percent' and y.year between from_year and to_year
  ) as plan_unspent_percent
from (select cast(:year as integer) as year) y
