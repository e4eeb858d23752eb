-- register: unit_village_pairing
-- field: unit
-- severity: warning
-- stage: records
-- title:
--   zh: 同一信用代码对应两个单位名称
--   en: Two names of a unit for one credit code
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 统一单位名称
--   en: Use the same name everywhere
select c.delivery_id, c.line, c.unit as found, min(o.unit) as expected
from candidate_unit_village_pairing c
join standing_unit_village_pairing o
  on o.credit_code = c.credit_code
  and o.year = c.year
  and o.unit <> c.unit
  and (o.delivery_id, o.line) < (c.delivery_id, c.line)
group by c.delivery_id, c.line, c.unit
