-- order: 30
-- title:
--   zh: 周末支付
--   en: Paid on a weekend
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- about: entries of a Saturday or Sunday; days worked instead of a holiday are not known here
select 'weekend' as key, '周六、周日记账的支出' as found, 'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount
from entry e
where extract(isodow from e.paid_on) >= 6
