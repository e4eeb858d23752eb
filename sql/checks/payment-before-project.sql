-- register: payment
-- field: paid_on
-- severity: warning
-- stage: total
-- title:
--   zh: 支付早于项目开工
--   en: Paid before the project started
-- expects:
--   zh: 不早于 {expected}
--   en: not before {expected}
-- mend:
--   zh: 核对支付日期；预付款请在摘要注明
--   en: Check the date of payment; if it was an advance, say so in the note
select c.delivery_id, c.line, c.paid_on as found, min(j.start_on) as expected
from candidate_payment c
join standing_project j on j.project_code = c.project_code
where c.amount > 0
  and coalesce(c.note, '') !~ '预付|前期'
group by c.delivery_id, c.line, c.paid_on
having c.paid_on < min(j.start_on)
