-- register: payment
-- field: voucher
-- severity: warning
-- stage: records
-- lookBack: {payment: [voucher]}
-- title:
--   zh: 凭证号在其他年度出现过
--   en: The voucher was used in another year
-- expects:
--   zh: 凭证号不跨年度重复
--   en: a voucher number used in one year only
-- mend:
--   zh: 核对是否重复报送
--   en: Check whether the payment was handed in twice
select c.delivery_id, c.line, c.voucher as found, min(o.year) as expected
from candidate_payment c
join standing_payment o
  on o.voucher = c.voucher
  and o.year < c.year
  and (o.amount < 0) = (c.amount < 0)
group by c.delivery_id, c.line, c.voucher
