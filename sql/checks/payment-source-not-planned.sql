-- register: payment
-- field: source
-- severity: warning
-- stage: total
-- titles: [source]
-- title:
--   zh: 支付来源不在项目计划内
--   en: Paid from a source that is not in the plan
-- expects:
--   zh: 项目计划中的资金来源
--   en: a source of the plan
-- mend:
--   zh: 核对资金来源
--   en: Check the source
select c.delivery_id, c.line, c.source_title as found, j.project_name as expected
from candidate_payment c
join lateral (
  select *
  from standing_project
  where project_code = c.project_code
  order by year desc, delivery_id desc
  limit 1
) j on true
where c.amount > 0
  and coalesce(
    case c.source
      when 'central' then j.central when 'province' then j.province when 'city' then j.city
      when 'county' then j.county when 'cooperation' then j.cooperation when 'bond' then j.bond
      when 'society' then j.society when 'self' then j.self else j.other
    end, 0) = 0
