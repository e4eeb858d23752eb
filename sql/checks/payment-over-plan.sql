-- register: payment
-- field: amount
-- severity: error
-- stage: total
-- lookBack: {payment: [project_code]}
-- title:
--   zh: 累计支付超过项目计划
--   en: The payments exceed the plan of the project
-- expects:
--   zh: 累计不超过 {expected} 元
--   en: in all at most {expected} yuan
-- mend:
--   zh: 核对支付金额和项目计划
--   en: Check the payment and the plan
-- about: of a payment that reversals take back in part, what is left counts; of one taken back as a whole, nothing
with paid as (
  select o.delivery_id, o.line, o.project_code,
    sum(o.amount - coalesce(e.fen, 0)) over (
      partition by o.project_code order by o.paid_on, o.delivery_id, o.line
    ) as so_far
  from standing_payment o
  left join reversed_entry e on e.delivery_id = o.delivery_id and e.line = o.line
  where o.project_code in (select project_code from candidate_payment)
    and o.amount > 0
    and e.whole is not true
), plan as (
  select distinct on (project_code) project_code, planned
  from standing_project
  order by project_code, year desc, delivery_id desc
)
select c.delivery_id, c.line, paid.so_far as found, plan.planned as expected
from candidate_payment c
join paid using (delivery_id, line)
join plan on plan.project_code = c.project_code
where paid.so_far > plan.planned
