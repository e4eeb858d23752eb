-- register: microloan
-- field: rate
-- severity: error
-- stage: line
-- parameters: [microloan_short_months, microloan_rate_short, microloan_rate_long]
-- expected: case when due_on <= issued_on + make_interval(months => microloan_short_months::integer) then microloan_rate_short else microloan_rate_long end
-- title:
--   zh: 利率超过上限
--   en: Rate over the limit
-- expects:
--   zh: 不超过 {expected}%
--   en: at most {expected}%
-- mend:
--   zh: 核对合同利率
--   en: Check the rate in the contract
rate > case
  when due_on <= issued_on + make_interval(months => microloan_short_months::integer) then microloan_rate_short
  else microloan_rate_long
end
