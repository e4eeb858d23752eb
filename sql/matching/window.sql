-- id: window
-- order: 60
-- takes: records
-- title.zh: 同收款人、同项目、同金额、日期相近，凭证号不同
-- title.en: Same payee, project and amount, a few days apart, another voucher
-- about: only where there is exactly one candidate on each side, or one record and entries that agree in all but
--   voucher and date: of these the earliest is taken, as of entries that repeat a voucher; others are ambiguous
select entry_delivery, entry_line, register, delivery_id, line, source, function_code, amount,
  entry_delivery || ':' || entry_line as match
from (
  select p.*,
    count(*) over (partition by p.entry_delivery, p.entry_line) as of_entry,
    min(a.alike) over r = max(a.alike) over r as alike,
    row_number() over (
      partition by p.register, p.delivery_id, p.line
      order by a.paid_on, p.entry_delivery, p.entry_line
    ) as nth
  from near_pair p
  join (
    select delivery_id, line, paid_on,
      concat_ws('|', payee_name, upper(project_code), source, function_code, document_number, batch) as alike
    from entry_left
  ) a on a.delivery_id = p.entry_delivery and a.line = p.entry_line
  window r as (partition by p.register, p.delivery_id, p.line)
) pair
where of_entry = 1
  and alike
  and nth = 1
