-- order: 120
-- severity: warning
-- amount: count
-- title:
--   zh: 上年结转申请数不等于上年度未办结数
--   en: The number of requests carried over differs from those not answered last year
-- mend:
--   zh: 核对本年与上年度的申请台账
--   en: Check this and last year's register of requests
-- about: table 3, rule T3-4 by applicant; only where last year's register was delivered
with remainder as (
  select r.delivery_id, r.line, r.applicant, 'before' as which, r.request_no
  from live_information_request r
  join this_year y on r.year = y.year - 1
  where r.result is null
), carried as (
  select r.delivery_id, r.line, r.applicant, 'now' as which, r.request_no
  from live_information_request r
  join this_year y on r.year = y.year
  where r.carried
), both_years as (
  select * from remainder union all select * from carried
), counted as (
  select *,
    count(*) filter (where which = 'now') over (partition by applicant) as now,
    count(*) filter (where which = 'before') over (partition by applicant) as before
  from both_years
)
select c.applicant as key, c.now - c.before as amount, y.last_day as since,
  format('%s：结转%s件，上年度未办结%s件', k.title, c.now, c.before) as found,
  '' as source, 'record' as side, 'information_request' as register, c.delivery_id, c.line,
  0 as line_amount, c.which || '|' || c.request_no as content, null::integer as match
from counted c
cross join this_year y
join code k
  on k.list = 'applicant_type' and k.code = c.applicant and y.year between k.from_year and k.to_year
where c.now <> c.before
  and exists (select from live_information_request where year = y.year - 1)
