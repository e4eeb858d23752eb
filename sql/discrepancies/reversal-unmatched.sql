-- order: 45
-- severity: error
-- left: one-sided
-- title:
--   zh: 冲销找不到原支付
--   en: Reversal without a payment
-- mend:
--   zh: 查明冲销的是哪一笔支付；记录已冲销而国库没有收到退回的，追查款项
--   en: Find out which payment it reverses. If the treasury did not get the money back, trace it
-- about: a negative entry for which there is no payment that it can take back, or more than one; a negative record
--   of which the ledger has nothing
select voucher || case when nth > 1 then '~' || nth else '' end as key, amount, paid_on as since,
  format('凭证%s，没有唯一可冲销的支付', voucher) as found, 'amount' as differs,
  source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, null::integer as match
from (
  select *, row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth
  from entry_left
  where amount < 0
) e
union all
select register || ':' || voucher, -amount, paid_on,
  format('记录%s冲销%s元，国库没有退回', voucher, trim_scale(-amount / 100.0)), 'amount',
  source, 'record', register, delivery_id, line, amount, content, null
from record_left
where amount < 0
