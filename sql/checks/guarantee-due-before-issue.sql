-- register: loan_guarantee
-- field: due_on
-- severity: error
-- stage: line
-- title:
--   zh: 担保到期日不晚于担保日期
--   en: Guarantee due before it was given
-- expects:
--   zh: 晚于 {expected}
--   en: later than {expected}
-- mend:
--   zh: 核对担保起止日期
--   en: Check the dates
select delivery_id, line, due_on as found, issued_on as expected
from candidate_loan_guarantee
where due_on <= issued_on
