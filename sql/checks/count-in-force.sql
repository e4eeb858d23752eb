-- register: administrative_count
-- field: value
-- severity: warning
-- stage: records
-- effective: 2021..
-- title:
--   zh: 现行有效件数不等于上年有效加制发减废止
--   en: The number in force is not last year's number plus issued less repealed
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 核对本年与上年度统计台账
--   en: Check this and last year's register
select c.delivery_id, c.line, c.value as found, last.value + sum(o.value * case o.indicator when 'issued' then 1 else -1 end) as expected
from candidate_administrative_count c
join standing_administrative_count last
  on last.year = c.year - 1 and last.item = c.item and last.indicator = 'in_force'
join standing_administrative_count o
  on o.year = c.year and o.item = c.item and o.indicator in ('issued', 'repealed')
where c.indicator = 'in_force'
group by c.delivery_id, c.line, c.value, last.value
having c.value <> last.value + sum(o.value * case o.indicator when 'issued' then 1 else -1 end)
