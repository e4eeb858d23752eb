-- register: household
-- field: persons
-- severity: warning
-- stage: line
-- title:
--   zh: 家庭人口异常
--   en: An unusual number of persons
-- expects:
--   zh: 通常不超过 {expected} 人
--   en: usually at most {expected}
-- mend:
--   zh: 核对家庭人口
--   en: Check the number
select delivery_id, line, persons as found, 12 as expected
from candidate_household
where persons > 12
