-- register: subsidy
-- field: amount
-- severity: warning
-- stage: total
-- parameters: [yulu_amount]
-- title:
--   zh: 雨露计划金额与标准不符
--   en: The 雨露 amount is not the standard amount
-- expects:
--   zh: 每学期 {expected} 元
--   en: "{expected} yuan a term"
-- mend:
--   zh: 核对金额；本地标准不同的可调整参数 yulu_amount
--   en: Check the amount; if the county has another standard, set the parameter yulu_amount
-- about: what reversals leave of a payment is the standard, or nothing
with paid as (
  select c.delivery_id, c.line, c.yulu_amount,
    case when c.amount > 0 then c.amount else l.of_fen end
      - coalesce(case when c.amount > 0 then own.fen else of.fen end, 0) as fen
  from candidate_subsidy c
  left join reversed_entry own on own.delivery_id = c.delivery_id and own.line = c.line
  left join reversal l on l.delivery_id = c.delivery_id and l.line = c.line
  left join reversed_entry of on of.delivery_id = l.of_delivery and of.line = l.of_line
  where c.kind = 'yulu'
)
select c.delivery_id, c.line, c.fen as found, c.yulu_amount as expected
from paid c
where c.fen not in (0, c.yulu_amount)
