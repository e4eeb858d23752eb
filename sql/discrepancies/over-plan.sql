-- order: 90
-- severity: error
-- title:
--   zh: 累计支付超过项目计划
--   en: Payments exceed the plan
-- mend:
--   zh: 核对项目计划和支付；确需追加的，先调整计划
--   en: Check the plan and the payments; change the plan first if more is needed
-- about: what the ledger has for a project, and what was paid in earlier years, above its plan
select p.project_code as key, p.earlier_fen + p.entry_fen - p.planned_fen as amount, y.last_day as since,
  format('计划%s元，累计支付%s元', trim_scale(p.planned_fen / 100.0),
    trim_scale((p.earlier_fen + p.entry_fen) / 100.0)) as found,
  '' as source, 'record' as side, 'project' as register, plan.delivery_id, plan.line,
  plan.planned as line_amount, concat_ws('|', p.project_code, p.earlier_fen, p.entry_fen) as content,
  null::integer as match
from reconciliation_project p
join this_year y on y.year = p.year
join plan using (project_code)
where p.earlier_fen + p.entry_fen > p.planned_fen
