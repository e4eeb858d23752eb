-- register: information_request
-- field: carried
-- severity: error
-- stage: line
-- found: received_on
-- expected: year
-- title:
--   zh: 上年结转标志与收到日期不符
--   en: The mark for requests carried over does not agree with the date
-- expects:
--   zh: 收到日期在 {expected} 年之前的才是上年结转
--   en: carried over if received before {expected}
-- mend:
--   zh: 核对收到日期和结转标志
--   en: Check the date and the mark
carried <> (extract(year from received_on) < year)
or extract(year from received_on) > year
