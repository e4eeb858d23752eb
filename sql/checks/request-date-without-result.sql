-- register: information_request
-- field: result
-- severity: error
-- stage: line
-- title:
--   zh: 有办结日期但没有办理结果
--   en: An answer without a result
-- expects:
--   zh: 填写办理结果
--   en: a result
-- mend:
--   zh: 补填办理结果
--   en: Fill in the result
result is null
and answered_on is not null
