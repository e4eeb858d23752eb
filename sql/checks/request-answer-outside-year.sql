-- register: information_request
-- field: answered_on
-- severity: error
-- stage: line
-- title:
--   zh: 办结日期不在报送年度内
--   en: Answered before it came, or in another year
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 核对日期；下年度办结的按结转填报，办理结果留空
--   en: Check the dates; what is answered next year is carried over, with the result left empty
select delivery_id, line, answered_on as found, greatest(received_on, make_date(year, 1, 1)) || '~' || make_date(year, 12, 31) as expected
from candidate_information_request
where answered_on < received_on
  or extract(year from answered_on) <> year
