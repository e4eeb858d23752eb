-- register: microloan
-- field: principal
-- severity: error
-- stage: total
-- parameters: [microloan_hard_limit]
-- title:
--   zh: 同一户未到期贷款合计超过上限
--   en: Loans of a household that run at one time are over the limit
-- expects:
--   zh: 合计不超过 {expected} 元
--   en: together at most {expected} yuan
-- mend:
--   zh: 核对该户其他未到期贷款
--   en: Check the other loans of the household that are not due yet
select c.delivery_id, c.line, trim_scale((sum(o.principal) + c.principal) / 100.0) as found, trim_scale(p.value / 100.0) as expected
from candidate_microloan c
join standing_microloan o
  on o.household_no = c.household_no
  and (o.delivery_id, o.line) <> (c.delivery_id, c.line)
  and o.issued_on <= c.issued_on
  and o.due_on > c.issued_on
  and (o.issued_on < c.issued_on or (o.delivery_id, o.line) < (c.delivery_id, c.line))
join parameter p on p.name = 'microloan_hard_limit' and c.year between p.from_year and p.to_year
where c.verdict = 'a'
  and c.principal <= p.value
group by c.delivery_id, c.line, c.principal, p.value
having sum(o.principal) + c.principal > p.value
