-- register: subsidy
-- field: term
-- severity: error
-- stage: line
-- title:
--   zh: 雨露计划补助缺少学期
--   en: A 雨露 subsidy without a term
-- expects:
--   zh: 填写学期，如 2019年秋季学期
--   en: a term such as 2019年秋季学期
-- mend:
--   zh: 补填学期
--   en: Fill in the term
kind = 'yulu'
and term is null
and amount > 0
