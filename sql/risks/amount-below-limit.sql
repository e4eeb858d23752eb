-- order: 10
-- title:
--   zh: 金额略低于限额
--   en: Amounts just below a limit
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- parameters: [risk_limit, risk_limit_percent]
-- about: entries below risk_limit by at most risk_limit_percent of it
select e.voucher as key, format('凭证%s，%s元，限额%s元', e.voucher, trim_scale(e.amount / 100.0), trim_scale(p.fen / 100.0)) as found,
  'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount
from entry e
cross join (
  select
    max(value) filter (where name = 'risk_limit') as fen,
    max(value) filter (where name = 'risk_limit_percent') as percent
  from parameter
  where (select year from this_year) between from_year and to_year
) p
where e.amount < p.fen
  and e.amount >= p.fen * (100 - p.percent) / 100
