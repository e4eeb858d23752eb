-- order: 60
-- takes: records
-- title:
--   zh: 同收款人、同项目、同金额、日期相近，凭证号不同
--   en: Same payee, project and amount, a few days apart, another voucher
-- about: >-
--   only where there is exactly one candidate on each side, or one record and entries that agree in all but
--   voucher and date: of these the earliest is taken, as of entries that repeat a voucher; others are ambiguous
select entry_delivery, entry_line, register, delivery_id, line, source, function_code, amount,
  entry_delivery || ':' || entry_line as match
from (
  select *,
    count(*) over (partition by entry_delivery, entry_line) as of_entry,
    min(entry_alike) over r = max(entry_alike) over r as alike,
    row_number() over (
      partition by register, delivery_id, line
      order by entry_day, entry_delivery, entry_line
    ) as nth
  from near_pair
  window r as (partition by register, delivery_id, line)
) pair
where of_entry = 1
  and alike
  and nth = 1
