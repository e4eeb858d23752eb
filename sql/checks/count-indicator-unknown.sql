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
--   en: Fill in what the form of the year has
with form (item, indicators, from_year, to_year) as (
  values
    ('rules', 'made published public_total', 0, 2020),
    ('normative', 'made published public_total', 0, 2020),
    ('licence', 'last_year change decisions', 0, 2020),
    ('other_service', 'last_year change decisions', 0, 2020),
    ('penalty', 'last_year change decisions', 0, 2020),
    ('coercion', 'last_year change decisions', 0, 2020),
    ('fee', 'last_year change', 0, 2020),
    ('procurement', 'purchases purchase_amount', 0, 2020),
    ('rules', 'issued repealed in_force', 2021, 9999),
    ('normative', 'issued repealed in_force', 2021, 9999),
    ('licence', 'decisions', 2021, 9999),
    ('penalty', 'decisions', 2021, 9999),
    ('coercion', 'decisions', 2021, 9999),
    ('fee', 'fee_amount', 2021, 9999)
)
select c.delivery_id, c.line, k.title as found, i.title as expected
from candidate_administrative_count c
join code k on k.list = 'article20_indicator' and k.code = c.indicator and c.year between k.from_year and k.to_year
join code i on i.list = 'article20_item' and i.code = c.item and c.year between i.from_year and i.to_year
where not exists (
  select
  from form
  where form.item = c.item
    and c.year between form.from_year and form.to_year
    and c.indicator = any(string_to_array(form.indicators, ' '))
)
