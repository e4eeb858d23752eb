-- register: insurance_claim
-- field: household_no
-- severity: error
-- stage: counterpart
-- waits: household
-- title:
--   zh: 理赔户不在花名册
--   en: Insured household not on the roll
-- expects:
--   zh: 花名册中的户编号
--   en: a household on the roll
-- mend:
--   zh: 补报花名册或更正户编号；花名册到后自动复核
--   en: Hand in the roll or mend the number; the line is checked again every night
select c.delivery_id, c.line, c.household_no as found, '' as expected
from candidate_insurance_claim c
where not exists (select from standing_household h where h.household_no = c.household_no)
