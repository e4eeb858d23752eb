-- id: cumulative
-- order: 110
-- severity: error
-- title.zh: 累计数不等于上年累计数加本年数
-- title.en: Cumulative is not opening plus year
-- mend.zh: 核对以前年度台账是否在公布后改动
-- mend.en: Check whether registers of earlier years were changed after they were published
-- about: microloans of all years against last year's figure as published and those of this year
select c.id as key, c.value::bigint - o.value::bigint - y.value::bigint as amount,
  t.last_day as since,
  format('累计%s，上年累计%s，本年%s', c.text, o.text, y.text) as found,
  '' as source, null as side, null as register, null::bigint as delivery_id, null::integer as line,
  null::bigint as line_amount, concat_ws('|', c.value, o.value, y.value) as content,
  null::integer as match
from this_year t
join (values ('F19', 'F16')) rule (total, of_year) on true
join figure c on c.year = t.year and c.id = rule.total
join figure y on y.year = t.year and y.id = rule.of_year
join figure o on o.year = t.year - 1 and o.id = rule.total
where c.value::numeric <> o.value::numeric + y.value::numeric
