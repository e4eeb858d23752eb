-- order: 68
-- severity: error
-- title:
--   zh: 支付日期不符
--   en: Date differs
-- mend:
--   zh: 核对支付日期，更正有误的一方
--   en: Check the date of payment and correct the side that is wrong
-- about: an entry further before the first or after the last day of what it pays than date_window_days; closer ones are
--   only information
select voucher || case when nth > 1 then '~' || nth else '' end as key, amount, paid_on as since,
  format('凭证%s，日期：国库%s，记录%s，相差%s天', voucher, paid_on,
    case when first_day = last_day then first_day::text else first_day || '至' || last_day end, days) as found,
  'paid_on' as differs,
  source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, match
from (
  select e.*, d.match, d.first_day, d.last_day, d.days,
    row_number() over (partition by e.voucher order by e.paid_on, e.delivery_id, e.line) as nth
  from apart_in_days d
  join entry e using (delivery_id, line)
  where d.days > (select date_window_days from this_year)
) e
