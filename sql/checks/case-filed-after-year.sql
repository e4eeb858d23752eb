-- register: review_litigation
-- field: filed_on
-- severity: error
-- stage: line
-- title:
--   zh: 受理日期晚于报送年度
--   en: Filed after the year
-- expects:
--   zh: 不晚于 {expected} 年
--   en: not after {expected}
-- mend:
--   zh: 核对受理日期
--   en: Check the date
select delivery_id, line, filed_on as found, year as expected
from candidate_review_litigation
where extract(year from filed_on) > year
