-- register: payment
-- field: function_code
-- severity: warning
-- stage: total
-- title:
--   zh: 支出科目与项目类别不符
--   en: The functional code does not fit the project
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 核对支出功能分类科目
--   en: Check the functional code
select c.delivery_id, c.line, c.function_code as found, fit.codes as expected
from candidate_payment c
join lateral (
  select category
  from standing_project
  where project_code = c.project_code
  order by year desc, delivery_id desc
  limit 1
) j on true
join fitting_code fit on fit.year = c.year and fit.category = j.category
where c.amount > 0
  and position(c.function_code in fit.codes) = 0
