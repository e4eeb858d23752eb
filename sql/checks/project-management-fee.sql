-- register: project
-- field: management_fee
-- severity: warning
-- stage: line
-- parameters: [management_fee_percent]
-- title:
--   zh: 项目管理费超过比例
--   en: Management fee above its share
-- expects:
--   zh: 不超过 {expected} 元
--   en: at most {expected} yuan
-- mend:
--   zh: 核减项目管理费
--   en: Reduce the fee
select c.delivery_id, c.line, trim_scale(c.management_fee / 100.0) as found,
  trim_scale(round((c.planned - coalesce(c.self, 0) - coalesce(c.society, 0)) * p.value / 10000, 2)) as expected
from candidate_project c
join parameter p on p.name = 'management_fee_percent' and c.year between p.from_year and p.to_year
where c.management_fee * 100 > (c.planned - coalesce(c.self, 0) - coalesce(c.society, 0)) * p.value
