-- register: administrative_count
-- field: amount
-- severity: error
-- stage: line
-- title:
--   zh: 金额指标未填金额
--   en: An indicator in money without an amount
-- expects:
--   zh: 填写金额
--   en: an amount
-- mend:
--   zh: 补填金额
--   en: Fill in the amount
indicator in ('purchase_amount', 'fee_amount')
and amount is null
