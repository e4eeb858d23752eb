-- id: subsidy-voucher-other-year
-- register: subsidy
-- field: voucher
-- severity: warning
-- stage: line
-- title.zh: 凭证号在其他年度出现过
-- title.en: Voucher seen in another year
-- expects.zh: 凭证号不跨年度重复
-- expects.en: a voucher of one year only
-- mend.zh: 核对是否重复报送
-- mend.en: Check whether the payment was handed in twice
select c.delivery_id, c.line, c.voucher as found, min(o.year) as expected
from candidate_subsidy c
join standing_subsidy o on o.voucher = c.voucher and o.year < c.year
where exists (
    -- asked once: without a delivery of an earlier year there is nothing to compare with
    select
    from delivery earlier
    join delivery later on later.year > earlier.year
    where earlier.register = 'subsidy'
      and later.register = 'subsidy'
  )
group by c.delivery_id, c.line, c.voucher
