-- register: cadre_pairing
-- field: household_no
-- severity: warning
-- stage: total
-- parameters: [cadre_households]
-- title:
--   zh: 一名干部结对户数过多
--   en: A cadre is paired with very many households
-- expects:
--   zh: 通常不超过 {expected} 户
--   en: usually at most {expected}
-- mend:
--   zh: 核对结对安排
--   en: Check the pairing
select c.delivery_id, c.line, o.households as found, c.cadre_households as expected
from candidate_cadre_pairing c
join (
  select person_key, year, count(*) as households
  from standing_cadre_pairing
  group by person_key, year
) o on o.person_key = c.person_key and o.year = c.year
where o.households > c.cadre_households
