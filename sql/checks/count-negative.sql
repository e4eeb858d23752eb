-- register: administrative_count
-- field: value
-- severity: error
-- stage: line
-- title:
--   zh: 数量为负
--   en: A negative count
-- expects:
--   zh: 不小于 0；只有“本年增/减”可以为负
--   en: 0 or more; only a change may be negative
-- mend:
--   zh: 核对数量
--   en: Check the count
select delivery_id, line, value as found, '0' as expected
from candidate_administrative_count
where value < 0
  and indicator <> 'change'
