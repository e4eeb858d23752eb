-- register: project
-- field: planned
-- severity: error
-- stage: line
-- title:
--   zh: 各来源资金之和不等于计划总投资
--   en: The sources do not add up to the plan
-- expects:
--   zh: 各来源之和 {expected} 元
--   en: the sources add up to {expected} yuan
-- mend:
--   zh: 核对各来源金额；其他来源列入“其他资金”
--   en: Check the amounts by source; other sources go into 其他资金
select delivery_id, line, trim_scale(planned / 100.0) as found, trim_scale(total / 100.0) as expected
from (
  select c.delivery_id, c.line, c.planned,
    coalesce(c.central, 0) + coalesce(c.province, 0) + coalesce(c.city, 0) + coalesce(c.county, 0)
    + coalesce(c.cooperation, 0) + coalesce(c.bond, 0) + coalesce(c.society, 0) + coalesce(c.self, 0)
    + coalesce(c.other, 0) as total
  from candidate_project c
) summed
where total <> planned
