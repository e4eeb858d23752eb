-- register: microloan
-- field: due_on
-- severity: error
-- stage: line
-- title:
--   zh: 到期日期不晚于放款日期
--   en: Due before it was issued
-- expects:
--   zh: 晚于 {expected}
--   en: later than {expected}
-- mend:
--   zh: 核对放款日期和到期日期
--   en: Check the dates of issue and maturity
select delivery_id, line, due_on as found, issued_on as expected
from candidate_microloan
where due_on <= issued_on
