-- register: aid
-- field: village
-- severity: warning
-- stage: line
-- title:
--   zh: 驻村工作队投入未填村
--   en: Funds of a resident team without a village
-- expects:
--   zh: 填写行政村
--   en: a village
-- mend:
--   zh: 补填乡镇和行政村
--   en: Fill in township and village
kind = 'team'
and village is null
