-- order: 130
-- severity: error
-- amount: count
-- title:
--   zh: 法定报表勾稽关系不符
--   en: Totals of the statutory tables do not agree
-- mend:
--   zh: 核对有关台账，重新生成报表
--   en: Check the registers behind the table and make the report anew
-- about: table 2 against last year's (T2-1, T2-2); totals of tables 3 and 4 along their rows and columns
--   (T3-1 to T3-3, T4-1); the sections of the portal (TX-2). Amounts are counts
with counted as (
  select year, item, indicator, sum(value) as value, min(delivery_id) as delivery_id, min(line) as line
  from live_administrative_count
  group by year, item, indicator
), table_two as (
  select 'T2-2/' || c.item as key, c.value - p.value as amount,
    format('上一年项目数量为%s，上年度报表为%s', c.value, p.value) as found, c.delivery_id, c.line
  from counted c
  join this_year y on y.year = c.year
  join (
    select year, item, sum(value) as value
    from counted
    where indicator in ('last_year', 'change')
    group by year, item
  ) p on p.year = c.year - 1 and p.item = c.item
  where c.indicator = 'last_year'
    and c.value <> p.value
  union all
  select 'T2-1/' || c.item, c.value - p.value - d.value,
    format('现行有效%s件，上年%s件，本年增减%s件', c.value, p.value, d.value), c.delivery_id, c.line
  from counted c
  join this_year y on y.year = c.year
  join counted p on p.year = c.year - 1 and p.item = c.item and p.indicator = 'in_force'
  join (
    select year, item, sum(case indicator when 'issued' then value else -value end) as value
    from counted
    where indicator in ('issued', 'repealed')
    group by year, item
  ) d on d.year = c.year and d.item = c.item
  where c.indicator = 'in_force'
    and c.value <> p.value + d.value
)
select key, amount::bigint, y.last_day as since, found, '' as source,
  'record' as side, 'administrative_count' as register, delivery_id, line,
  0 as line_amount, found as content, null::integer as match
from table_two
cross join this_year y
union all
select split_part(f.problem, ' ', 2), 0, y.last_day, format('%s不成立', split_part(f.problem, ' ', 2)), '',
  null, null, null, null, null, f.id, null
from figure f
join this_year y on y.year = f.year
where starts_with(f.problem, 'PROOF_FAILED')
