-- register: microloan
-- field: principal
-- severity: warning
-- stage: line
-- effective: 2021..
-- parameters: [microloan_limit]
-- title:
--   zh: 贷款本金超过原则上限
--   en: Principal over the guideline for a household
-- expects:
--   zh: 原则上不超过 {expected} 元
--   en: as a rule at most {expected} yuan
-- mend:
--   zh: 确认追加贷款手续齐全；超出部分不贴息
--   en: Make sure the additional loan was granted properly; the part above earns no subsidy
select c.delivery_id, c.line, trim_scale(c.principal / 100.0) as found, trim_scale(p.value / 100.0) as expected
from candidate_microloan c
join parameter p on p.name = 'microloan_limit' and c.year between p.from_year and p.to_year
where c.principal > p.value
