-- register: project
-- field: performance_target
-- severity: warning
-- stage: line
-- title:
--   zh: 项目没有绩效目标
--   en: A project without a performance target
-- expects:
--   zh: 填写绩效目标
--   en: a performance target
-- mend:
--   zh: 补填绩效目标
--   en: Fill in the target
-- basis: 国办发〔2018〕35号
select delivery_id, line, '' as found, '' as expected
from candidate_project
where performance_target is null
