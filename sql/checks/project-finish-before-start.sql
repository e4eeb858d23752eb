-- register: project
-- field: finish_on
-- severity: error
-- stage: line
-- title:
--   zh: 完工日期早于开工日期
--   en: Finished before it started
-- expects:
--   zh: 不早于 {expected}
--   en: not before {expected}
-- mend:
--   zh: 核对开工、完工日期
--   en: Check the dates
select delivery_id, line, finish_on as found, start_on as expected
from candidate_project
where finish_on < start_on
