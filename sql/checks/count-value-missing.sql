-- register: administrative_count
-- field: value
-- severity: error
-- stage: line
-- title:
--   zh: 数量指标未填数量
--   en: An indicator in numbers without a count
-- expects:
--   zh: 填写数量
--   en: a count
-- mend:
--   zh: 补填数量
--   en: Fill in the count
indicator not in ('purchase_amount', 'fee_amount')
and value is null
