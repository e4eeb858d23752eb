-- order: 50
-- severity: error
-- left: one-sided
-- title:
--   zh: 国库有、记录无
--   en: In the ledger only
-- mend:
--   zh: 补录台账，或核对是否为扶贫资金支出
--   en: Record the payment, or check whether it is poverty-alleviation spending
select voucher || case when nth > 1 then '~' || nth else '' end as key,
  amount, paid_on as since, format('凭证%s，%s', voucher, payee) as found, source,
  'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount, content,
  null::integer as match
from (
  select *, row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth
  from entry_left
) e
