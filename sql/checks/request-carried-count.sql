-- register: information_request
-- field: carried
-- severity: warning
-- stage: total
-- title:
--   zh: 上年结转数与上年度未办结数不符
--   en: The number of requests carried over differs from those not answered last year
-- expects:
--   zh: "{expected} 件"
--   en: "{expected}"
-- mend:
--   zh: 核对上年度申请台账
--   en: Check last year's register
select c.delivery_id, min(c.line) as line, count(*) filter (where c.carried) as found, last.open as expected
from candidate_information_request c
join (
  select year, count(*) filter (where result is null) as open
  from standing_information_request
  group by year
) last on last.year = c.year - 1
group by c.delivery_id, last.open
having count(*) filter (where c.carried) <> last.open
