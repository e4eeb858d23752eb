-- register: village_posting
-- field: village
-- severity: warning
-- stage: records
-- title:
--   zh: 同一干部同时驻两村
--   en: A cadre is posted to two villages at the same time
-- expects:
--   zh: 同一时间驻一村
--   en: one village at a time
-- mend:
--   zh: 核对驻村起止日期
--   en: Check the dates
select c.delivery_id, c.line, c.village as found, min(o.village) as expected
from candidate_village_posting c
join standing_village_posting o
  on o.person_key = c.person_key
  and o.year = c.year
  and (o.township, o.village) <> (c.township, c.village)
  and (o.delivery_id, o.line) < (c.delivery_id, c.line)
  and daterange(o.started_on, o.ended_on, '[]') && daterange(c.started_on, c.ended_on, '[]')
where coalesce(c.ended_on >= c.started_on, true)
  and coalesce(o.ended_on >= o.started_on, true)
group by c.delivery_id, c.line, c.village
