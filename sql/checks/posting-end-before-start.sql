-- register: village_posting
-- field: ended_on
-- severity: error
-- stage: line
-- title:
--   zh: 驻村结束早于开始
--   en: Posting ended before it started
-- expects:
--   zh: 不早于 {expected}
--   en: not before {expected}
-- mend:
--   zh: 核对驻村起止日期
--   en: Check the dates
select delivery_id, line, ended_on as found, started_on as expected
from candidate_village_posting
where ended_on < started_on
