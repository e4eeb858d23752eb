-- id: window
-- order: 60
-- takes: records
-- title.zh: 同项目或同收款人、同金额、日期相近
-- title.en: Same project or payee and amount, a few days apart
-- about: only where there is exactly one candidate on each side; others are ambiguous
select entry_delivery, entry_line, register, delivery_id, line, source, function_code, amount,
  entry_delivery || ':' || entry_line as match
from (
  select *,
    count(*) over (partition by entry_delivery, entry_line) as of_entry,
    count(*) over (partition by register, delivery_id, line) as of_record
  from near_pair
) pair
where of_entry = 1
  and of_record = 1
