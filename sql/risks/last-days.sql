-- order: 40
-- title:
--   zh: 年末突击支付
--   en: Paid in the last days of the year
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- parameters: [risk_last_days]
-- about: entries of the last risk_last_days days of December
select 'last-days' as key, format('12月最后%s天的支出', p.days) as found, 'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount
from entry e
cross join this_year y
cross join (
  select max(value)::integer as days
  from parameter
  where name = 'risk_last_days'
    and (select year from this_year) between from_year and to_year
) p
where e.paid_on > y.last_day - p.days
  and e.paid_on <= y.last_day
