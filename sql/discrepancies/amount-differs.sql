-- order: 30
-- severity: error
-- left: differing
-- title:
--   zh: 金额不符
--   en: Amount differs
-- mend:
--   zh: 核对凭证，更正金额有误的一方
--   en: Check the voucher and correct the side that is wrong
-- about: entries and records that name the same voucher or the same batch and have different sums
select reference as key, amount, since,
  format('国库%s元，记录%s元', trim_scale(entry_fen / 100.0), trim_scale(record_fen / 100.0)) as found,
  source, side, register, delivery_id, line, line_amount, content,
  null::integer as match
from same_reference
where amount <> 0
