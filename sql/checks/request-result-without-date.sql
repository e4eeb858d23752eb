-- register: information_request
-- field: answered_on
-- severity: error
-- stage: line
-- title:
--   zh: 有办理结果但没有办结日期
--   en: A result without the date of the answer
-- expects:
--   zh: 填写办结日期
--   en: the date of the answer
-- mend:
--   zh: 补填办结日期
--   en: Fill in the date
result is not null
and answered_on is null
