-- register: microloan
-- field: due_on
-- severity: error
-- stage: line
-- parameters: [microloan_term_months]
-- title:
--   zh: 贷款期限过长
--   en: Term too long
-- expects:
--   zh: 不超过 {expected} 个月
--   en: at most {expected} months
-- mend:
--   zh: 核对放款日期和到期日期
--   en: Check the dates of issue and maturity
select c.delivery_id, c.line, c.due_on as found, trim_scale(p.value) as expected
from candidate_microloan c
join parameter p on p.name = 'microloan_term_months' and c.year between p.from_year and p.to_year
where c.due_on > c.issued_on + make_interval(months => p.value::integer)
