-- register: payment
-- field: project_code
-- severity: error
-- stage: counterpart
-- waits: project
-- title:
--   zh: 支付没有对应项目
--   en: A payment without a project
-- expects:
--   zh: 项目台账中的项目编号
--   en: a project in the register of projects
-- mend:
--   zh: 补报项目台账或更正项目编号；项目到后自动复核
--   en: Hand in the project or mend the code; the line is checked again every night
select c.delivery_id, c.line, c.project_code as found, '' as expected
from candidate_payment c
where not exists (
    select from standing_project j where j.project_code = c.project_code and j.year <= c.year
  )
