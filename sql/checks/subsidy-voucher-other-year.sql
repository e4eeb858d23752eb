-- register: subsidy
-- field: voucher
-- severity: warning
-- stage: records
-- alike: [voucher]
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
from alike a
join candidate_subsidy c on c.delivery_id = a.delivery_id and c.line = a.line
join alike b on b.digest = a.digest
join standing_subsidy o
  on o.delivery_id = b.delivery_id
  and o.line = b.line
  and o.voucher = c.voucher
  and o.year < c.year
  and (o.amount < 0) = (c.amount < 0)
group by c.delivery_id, c.line, c.voucher
