-- register: microloan
-- field: principal
-- severity: error
-- stage: total
-- parameters: [microloan_hard_limit]
-- lookBack: {microloan: [household_no]}
-- title:
--   zh: 同一户未到期贷款合计超过上限
--   en: The loans of a household that run at the same time exceed the limit
-- expects:
--   zh: 合计不超过 {expected} 元
--   en: together at most {expected} yuan
-- mend:
--   zh: 核对该户其他未到期贷款
--   en: Check the other loans of the household that are not due yet
select c.delivery_id, c.line, sum(o.principal) + c.principal as found, c.microloan_hard_limit as expected
from candidate_microloan c
join standing_microloan o
  on o.household_no = c.household_no
  and (o.delivery_id, o.line) <> (c.delivery_id, c.line)
  and o.issued_on <= c.issued_on
  and o.due_on > c.issued_on
  and (o.issued_on < c.issued_on or (o.delivery_id, o.line) < (c.delivery_id, c.line))
where c.principal <= c.microloan_hard_limit
group by c.delivery_id, c.line, c.principal, c.microloan_hard_limit
having sum(o.principal) + c.principal > c.microloan_hard_limit
