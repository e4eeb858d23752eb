-- order: 60
-- severity: error
-- left: one-sided
-- title:
--   zh: 记录有、国库无
--   en: In the records only
-- mend:
--   zh: 核对是否已支付；未支付的更正台账
--   en: Check whether it was paid; correct the register if it was not
-- about: a record, or together all of a batch that the ledger has nothing of
with grouped as (
  select *,
    case
      when batch = '' then register || ':' || voucher
      else concat_ws('/', register || ':' || batch, source, function_code, document_number)
    end as key
  from record_left
)
select key,
  -sum(amount) over (partition by key) as amount,
  min(paid_on) over (partition by key) as since,
  case
    when batch = '' then format('凭证%s', voucher)
    else format('批次%s，%s笔', batch, count(*) over (partition by key))
  end as found,
  source, 'record' as side, register, delivery_id, line, amount as line_amount, content,
  null::integer as match
from grouped
