-- order: 90
-- title:
--   zh: 首位数字分布（本福特定律）
--   en: First digits, against Benford’s law
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- parameters: [risk_digits_entries]
-- about: how often each first digit is, beside what is expected; of at least risk_digits_entries entries
with digit as (
  select left(e.amount::text, 1)::integer as digit, count(*) as entries
  from entry e
  where e.amount > 0
  group by 1
), share as (
  select n as digit, coalesce(d.entries, 0) as entries,
    coalesce(d.entries, 0) * 100.0 / sum(d.entries) over () as percent,
    100 * log(1 + 1.0 / n) as expected
  from generate_series(1, 9) n
  left join digit d on d.digit = n
), enough as (
  select max(value) as entries
  from parameter
  where name = 'risk_digits_entries'
    and (select year from this_year) between from_year and to_year
)
select digit::text as key,
  format('%s：%s%%（预期%s%%）%s', digit, round(percent, 1), round(expected, 1), repeat('█', round(percent / 2)::integer)) as found,
  '' as side, '' as register, 0::bigint as delivery_id, 0 as line, entries as amount
from share
where (select count(*) from entry where amount > 0) >= (select entries from enough)
union all
select 'few', format('%s笔，不足%s笔，未作分析', count(*), (select trim_scale(entries) from enough)), '', '', 0, 0, count(*)
from entry
where amount > 0
having count(*) < (select entries from enough)
