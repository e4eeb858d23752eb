-- id: source-differs
-- order: 70
-- severity: error
-- title.zh: 资金来源不符
-- title.en: Source differs
-- mend.zh: 按指标文件核对资金来源
-- mend.en: Check the source against the budget document
with recorded as (
  select match, source
  from matched_batch
  where year = (select year from this_year)
  union all
  select match, source
  from matched_record
  where year = (select year from this_year)
), unlike as (
  select distinct m.match, m.delivery_id, m.line, r.source
  from matched_entry m
  join recorded r on r.match = m.match and r.source <> m.source
  where m.year = (select year from this_year)
), other as (
  select u.match, u.delivery_id, u.line, string_agg(k.title, '、' order by u.source) as titles
  from unlike u
  cross join this_year y
  join code k
    on k.list = 'funding_source' and k.code = u.source and y.year between k.from_year and k.to_year
  group by u.match, u.delivery_id, u.line
)
select e.voucher as key, e.amount, e.paid_on as since,
  format('国库记为%s，记录为%s', k.title, o.titles) as found, e.source,
  'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount as line_amount,
  e.content, o.match
from other o
join entry e using (delivery_id, line)
cross join this_year y
join code k
  on k.list = 'funding_source' and k.code = e.source and y.year between k.from_year and k.to_year
