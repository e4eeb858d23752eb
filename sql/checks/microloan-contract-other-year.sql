-- register: microloan
-- field: contract_no
-- severity: error
-- stage: records
-- lookBack: {microloan: [contract_no]}
-- title:
--   zh: 合同已在其他年度报送
--   en: Contract already delivered for another year
-- expects:
--   zh: 合同号只报送一次
--   en: each contract once
-- mend:
--   zh: 核对是否重复报送
--   en: Check whether the loan was handed in twice
select c.delivery_id, c.line, c.contract_no as found, min(o.year) as expected
from candidate_microloan c
join standing_microloan o on o.contract_no = c.contract_no and o.year <> c.year
where (o.delivery_id, o.line) < (c.delivery_id, c.line)
group by c.delivery_id, c.line, c.contract_no
