-- order: 100
-- severity: warning
-- title:
--   zh: 项目计划未支付完
--   en: Plan not fully spent
-- mend:
--   zh: 说明结余原因，或调整计划
--   en: Explain why money is left, or change the plan
-- about: projects that were to be finished by the end of the year and of whose plan the ledger has paid
--   less than all but plan_unspent_percent, which is usually retained
select p.project_code as key, p.planned_fen - p.earlier_fen - p.entry_fen as amount, y.last_day as since,
  format('计划%s元，累计支付%s元', trim_scale(p.planned_fen / 100.0),
    trim_scale((p.earlier_fen + p.entry_fen) / 100.0)) as found,
  '' as source, 'record' as side, 'project' as register, plan.delivery_id, plan.line,
  plan.planned as line_amount, concat_ws('|', p.project_code, p.earlier_fen, p.entry_fen) as content,
  null::integer as match
from reconciliation_project p
join this_year y on y.year = p.year
join plan using (project_code)
where coalesce(plan.finish_on, y.last_day) <= y.last_day
  and (p.planned_fen - p.earlier_fen - p.entry_fen) * 100 > p.planned_fen * y.plan_unspent_percent
