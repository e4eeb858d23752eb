-- register: subsidy
-- field: household_no
-- severity: warning
-- stage: total
-- lookBack: {microloan: [household_no]}
-- title:
--   zh: 贴息户没有贷款记录
--   en: An interest subsidy for a household without a loan
-- expects:
--   zh: 有小额信贷的户
--   en: a household with a microloan
-- mend:
--   zh: 核对贷款台账是否报全
--   en: Check whether all loans were handed in
select c.delivery_id, c.line, c.household_no as found, '' as expected
from candidate_subsidy c
where c.kind = 'interest'
  and c.amount > 0
  and not exists (select from standing_microloan m where m.household_no = c.household_no)
