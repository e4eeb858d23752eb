-- register: administrative_count
-- field: value
-- severity: warning
-- stage: records
-- effective: ..2020
-- title:
--   zh: 上一年项目数量与上年度报表不符
--   en: The number of items last year differs from last year's form
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 核对上年度统计台账
--   en: Check last year's register
select c.delivery_id, c.line, c.value as found, last.value as expected
from candidate_administrative_count c
join (
  select year, item, sum(value) as value
  from standing_administrative_count
  where indicator in ('last_year', 'change')
  group by year, item
) last on last.year = c.year - 1 and last.item = c.item
where c.indicator = 'last_year'
  and c.value <> last.value
