-- register: project
-- field: project_name
-- severity: warning
-- stage: line
-- title:
--   zh: 项目名称疑似占位文字
--   en: A project name that looks like a placeholder
-- expects:
--   zh: 项目全称
--   en: the full name
-- mend:
--   zh: 填写项目全称
--   en: Fill in the full name
select delivery_id, line, project_name as found, '' as expected
from candidate_project
where project_name ~ '^(测试|待定|无|暂无|x+|XX+|\?+|-+)'
