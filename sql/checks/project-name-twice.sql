-- register: project
-- field: project_name
-- severity: warning
-- stage: records
-- title:
--   zh: 同一年度项目名称重复
--   en: Two projects with the same name in a year
-- expects:
--   zh: 项目名称不重复
--   en: a different name for each project
-- mend:
--   zh: 核对是否同一项目重复入库
--   en: Check whether one project was entered under two codes
select c.delivery_id, c.line, c.project_name as found, min(o.project_code) as expected
from candidate_project c
join standing_project o
  on o.project_name = c.project_name
  and o.township = c.township
  and o.year = c.year
  and o.project_code <> c.project_code
  and (o.delivery_id, o.line) < (c.delivery_id, c.line)
group by c.delivery_id, c.line, c.project_name
