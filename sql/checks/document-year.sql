-- register: document
-- field: number
-- severity: warning
-- stage: line
-- title:
--   zh: 文号年份与印发日期不符
--   en: The year in the number is not that of the date
-- expects:
--   zh: 〔{expected}〕
--   en: 〔{expected}〕
-- mend:
--   zh: 核对文号和印发日期
--   en: Check the number and the date
select delivery_id, line, number as found, extract(year from issued_on)::integer as expected
from candidate_document
where substring(number from '〔([0-9]{4})〕')::integer <> extract(year from issued_on)
