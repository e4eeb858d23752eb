-- register: microloan
-- field: purpose
-- severity: error
-- stage: line
-- title:
--   zh: 贷款用途不是生产经营
--   en: A purpose that is not production
-- expects:
--   zh: 用于生产经营，不得用于结婚、建房、理财、购置家庭用品、还债、入股分红、转贷
--   en: production; not weddings, houses, investments, household goods, debts, dividends or lending on
-- mend:
--   zh: 核对用途；确属违规的应收回贷款
--   en: Check the purpose; a loan granted against the rules is to be called in
select delivery_id, line, purpose as found, '' as expected
from candidate_microloan
where purpose ~ '结婚|婚嫁|彩礼|建房|购房|装修|理财|家庭用品|家用电器|还债|偿还|入股|分红|转贷|户贷企用'
