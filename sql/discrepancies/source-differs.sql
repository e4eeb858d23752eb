-- order: 70
-- severity: error
-- title:
--   zh: 资金来源不符
--   en: Source differs
-- mend:
--   zh: 按指标文件核对资金来源
--   en: Check the source against the budget document
-- about: an entry from another source than what it pays; the fen of the parts of its batch that differ
with other as (
  select u.voucher, u.paid_on, u.source, u.delivery_id, u.line, u.amount, u.content, u.match,
    sum(u.part_fen)::bigint as fen,
    string_agg(distinct k.title, '、' order by k.title) as titles,
    row_number() over (partition by u.voucher order by u.paid_on, u.delivery_id, u.line) as nth
  from unlike u
  cross join this_year y
  join code k
    on k.list = 'funding_source'
    and k.code = u.record_source
    and y.year between k.from_year and k.to_year
  where u.source_differs
  group by u.voucher, u.paid_on, u.source, u.delivery_id, u.line, u.amount, u.content, u.match
)
select o.voucher || case when nth > 1 then '~' || nth else '' end as key, o.fen as amount,
  o.paid_on as since, format('国库记为%s，记录为%s', k.title, o.titles) as found, 'source' as differs,
  o.source, 'entry' as side, 'treasury_entry' as register, o.delivery_id, o.line,
  o.amount as line_amount, o.content, o.match
from other o
cross join this_year y
join code k
  on k.list = 'funding_source' and k.code = o.source and y.year between k.from_year and k.to_year
