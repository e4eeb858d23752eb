-- order: 10
-- takes: records
-- title:
--   zh: 凭证号与金额相同
--   en: Same voucher and amount
-- about: one entry with one record; of entries that repeat a voucher and amount the earliest is taken,
--   the others stay for what looks for double payments
select e.delivery_id as entry_delivery, e.line as entry_line,
  c.register, c.delivery_id, c.line, c.source, c.function_code, c.amount, e.voucher as match
from (
  select delivery_id, line, voucher, amount,
    row_number() over (partition by voucher, amount order by paid_on, delivery_id, line) as nth
  from voucher_entry_left
) e
join (
  select register, delivery_id, line, voucher, source, function_code, amount,
    count(*) over (partition by voucher, amount) as candidates
  from voucher_record_left
) c on c.voucher = e.voucher and c.amount = e.amount
where e.nth = 1
  and c.candidates = 1
