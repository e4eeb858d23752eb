-- register: subsidy
-- field: function_code
-- severity: warning
-- stage: records
-- title:
--   zh: 支出科目与补贴类别不符
--   en: The functional code does not fit the kind of subsidy
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 核对支出功能分类科目
--   en: Check the functional code
select c.delivery_id, c.line, c.function_code as found, fit.codes as expected
from candidate_subsidy c
join fitting_code fit on fit.year = c.year and fit.category = c.kind
where c.amount > 0
  and position(c.function_code in fit.codes) = 0
