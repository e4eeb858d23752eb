-- register: household
-- field: listed_on
-- severity: error
-- stage: line
-- title:
--   zh: 识别日期晚于报送年度
--   en: Listed after the year
-- expects:
--   zh: 不晚于 {expected} 年
--   en: not after {expected}
-- mend:
--   zh: 核对识别日期
--   en: Check the date
select delivery_id, line, listed_on as found, year as expected
from candidate_household
where extract(year from listed_on) > year
