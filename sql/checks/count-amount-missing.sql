-- id: count-amount-missing
-- register: administrative_count
-- field: amount
-- severity: error
-- stage: line
-- title.zh: 金额指标未填金额
-- title.en: An indicator in money without an amount
-- expects.zh: 填写金额
-- expects.en: an amount
-- mend.zh: 补填金额
-- mend.en: Fill in the amount
select delivery_id, line, '' as found, '' as expected
from candidate_administrative_count
where indicator in ('purchase_amount', 'fee_amount')
  and amount is null
