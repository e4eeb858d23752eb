-- register: microloan
-- field: guarantee
-- severity: error
-- stage: line
-- title:
--   zh: 小额信贷须为信用方式
--   en: A microloan needs no security
-- expects:
--   zh: 信用
--   en: credit
-- mend:
--   zh: 有担保或抵押的贷款应列入产业贷款台账
--   en: A loan with security belongs to another register
select c.delivery_id, c.line, k.title as found, '信用' as expected
from candidate_microloan c
join code k on k.list = 'loan_security' and k.code = c.guarantee
where c.guarantee <> 'credit'
