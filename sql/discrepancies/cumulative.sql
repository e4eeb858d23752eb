-- order: 110
-- severity: error
-- title:
--   zh: 累计数不等于上年累计数加本年数
--   en: The cumulative figure is not last year's plus this year's
-- mend:
--   zh: 核对以前年度台账是否在公布后改动
--   en: Check whether registers of earlier years were changed after they were published
-- about: figures that add up over the years, as their entry in jobs/figures says, against last year's as published
--   and those of this year. For microloans it names the lines of earlier years that are new since then. Loans that
--   were taken out since then have no line
with differs as (
  select t.year, t.last_day, o.made_at, c.id as total,
    c.value::bigint - o.value::bigint - y.value::bigint as amount,
    format('累计%s，上年累计%s，本年%s', c.text, o.text, y.text) as found,
    concat_ws('|', c.value, o.value, y.value) as content
  from this_year t
  join figure c on c.year = t.year and c.adds is not null
  join figure y on y.year = t.year and y.id = c.adds
  join figure o on o.year = t.year - 1 and o.id = c.id
  where c.value::numeric <> o.value::numeric + y.value::numeric
), late as (
  select f.total, r.delivery_id, r.line, r.principal
  from differs f
  join delivery d
    on d.register = 'microloan' and d.year < f.year and d.status = 'live' and d.live_at > f.made_at
  join microloan r on r.delivery_id = d.id and r.verdict = 'a'
  where exists (
      select
      from rollup_cell a
      where a.delivery_id = d.id
        and a.measure = f.total
    )
    and not exists (
      select
      from microloan before
      where before.delivery_id = d.supersedes
        and before.verdict = 'a'
        and before.contract_no = r.contract_no
        and before.principal = r.principal
    )
)
select total as key, f.amount, f.last_day as since, f.found, '' as source,
  case when l.line is not null then 'record' end as side,
  case when l.line is not null then 'microloan' end as register,
  l.delivery_id, l.line, l.principal as line_amount, f.content, null::integer as match
from differs f
left join late l using (total)
