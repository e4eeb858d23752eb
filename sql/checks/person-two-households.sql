-- register: household
-- field: household_no
-- severity: error
-- stage: records
-- title:
--   zh: 同一身份证号在两户
--   en: The same ID number in two households
-- expects:
--   zh: 每人一户
--   en: one household for each person
-- mend:
--   zh: 核对花名册
--   en: Check the roll
select c.delivery_id, c.line, c.household_no as found, min(o.household_no) as expected
from candidate_household c
join standing_household o
  on o.person_key = c.person_key
  and o.year = c.year
  and o.household_no <> c.household_no
  and (o.delivery_id, o.line) < (c.delivery_id, c.line)
group by c.delivery_id, c.line, c.household_no
