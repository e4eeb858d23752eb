-- register: administrative_count
-- field: indicator
-- severity: error
-- stage: records
-- title:
--   zh: 统计指标不属于该事项
--   en: The item does not have this indicator
-- expects:
--   zh: "{expected}"
--   en: "{expected}"
-- mend:
--   zh: 按当年统计表填报
--   en: Use the indicators of the form of that year
select c.delivery_id, c.line, k.title as found, i.title as expected
from candidate_administrative_count c
join code k on k.list = 'article20_indicator' and k.code = c.indicator and c.year between k.from_year and k.to_year
join code i on i.list = 'article20_item' and i.code = c.item and c.year between i.from_year and i.to_year
where not exists (
  select
  from code_fit f
  where f.list = 'article20_item'
    and f.code = c.item
    and f.of_list = 'article20_indicator'
    and f.of_code = c.indicator
    and c.year between f.from_year and f.to_year
)
