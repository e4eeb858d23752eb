-- register: information_request
-- field: answered_on
-- severity: error
-- stage: line
-- expected: greatest(received_on, make_date(year, 1, 1)) || '~' || make_date(year, 12, 31)
-- title:
--   zh: 办结日期不在报送年度内
--   en: Answered before it came, or in another year
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 核对日期；下年度办结的按结转填报，办理结果留空
--   en: Check the dates. A request that is answered next year is carried over, with an empty result
answered_on < received_on
or extract(year from answered_on) <> year
