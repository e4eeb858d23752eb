-- register: project
-- field: planned
-- severity: error
-- stage: line
-- expected: coalesce(central, 0) + coalesce(province, 0) + coalesce(city, 0) + coalesce(county, 0) + coalesce(cooperation, 0)
--   + coalesce(bond, 0) + coalesce(society, 0) + coalesce(self, 0) + coalesce(other, 0)
-- title:
--   zh: 各来源资金之和不等于计划总投资
--   en: The sources do not add up to the plan
-- expects:
--   zh: 各来源之和 {expected} 元
--   en: the sources add up to {expected} yuan
-- mend:
--   zh: 核对各来源金额；其他来源列入“其他资金”
--   en: Check the amounts by source; other sources go into 其他资金
planned <> coalesce(central, 0) + coalesce(province, 0) + coalesce(city, 0) + coalesce(county, 0) + coalesce(cooperation, 0)
  + coalesce(bond, 0) + coalesce(society, 0) + coalesce(self, 0) + coalesce(other, 0)
