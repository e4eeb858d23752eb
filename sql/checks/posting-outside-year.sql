-- register: village_posting
-- field: started_on
-- severity: error
-- stage: line
-- found: concat_ws('~', started_on, ended_on)
-- expected: year
-- title:
--   zh: 驻村时间不在报送年度内
--   en: The posting is outside the year
-- expects:
--   zh: 至少有一天在 {expected} 年内
--   en: within {expected}
-- mend:
--   zh: 核对驻村起止日期
--   en: Check the dates
extract(year from started_on) > year
or extract(year from ended_on) < year
