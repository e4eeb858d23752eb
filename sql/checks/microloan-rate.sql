-- register: microloan
-- field: rate
-- severity: error
-- stage: line
-- parameters: [microloan_rate_short, microloan_rate_long]
-- title:
--   zh: 利率超过上限
--   en: Rate over the limit
-- expects:
--   zh: 不超过 {expected}%
--   en: at most {expected}%
-- mend:
--   zh: 核对合同利率
--   en: Check the rate in the contract
select c.delivery_id, c.line, trim_scale(c.rate) as found, trim_scale(p.value) as expected
from candidate_microloan c
join parameter p
  on p.name = case
    when c.due_on <= c.issued_on + interval '12 months' then 'microloan_rate_short'
    else 'microloan_rate_long'
  end
  and c.year between p.from_year and p.to_year
where c.rate > p.value
