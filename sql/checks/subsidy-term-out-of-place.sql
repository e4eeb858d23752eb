-- register: subsidy
-- field: term
-- severity: warning
-- stage: line
-- title:
--   zh: 非助学补贴填写了学期
--   en: A term in a subsidy that is not for students
-- expects:
--   zh: 留空
--   en: empty
-- mend:
--   zh: 清空学期或更正补贴类别
--   en: Clear the term or correct the kind of subsidy
kind <> 'yulu'
and term is not null
