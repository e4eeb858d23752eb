-- register: administrative_count
-- field: value
-- severity: error
-- stage: line
-- expected: 0
-- title:
--   zh: 数量为负
--   en: A negative count
-- expects:
--   zh: 不小于 0；只有“本年增/减”可以为负
--   en: 0 or more; only a change may be negative
-- mend:
--   zh: 核对数量
--   en: Check the count
value < 0
and indicator <> 'change'
