-- register: microloan
-- field: principal
-- severity: error
-- stage: line
-- parameters: [microloan_hard_limit]
-- title:
--   zh: 贷款本金超过每户上限
--   en: Principal over the limit for a household
-- expects:
--   zh: 不超过 {expected} 元
--   en: at most {expected} yuan
-- mend:
--   zh: 核对金额，更正后重新报送
--   en: Check the amount and hand the line in again
select c.delivery_id, c.line, trim_scale(c.principal / 100.0) as found, trim_scale(p.value / 100.0) as expected
from candidate_microloan c
join parameter p on p.name = 'microloan_hard_limit' and c.year between p.from_year and p.to_year
where c.principal > p.value
