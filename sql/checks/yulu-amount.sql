-- id: yulu-amount
-- register: subsidy
-- field: amount
-- severity: warning
-- stage: line
-- parameters: yulu_amount
-- title.zh: 雨露计划金额与标准不符
-- title.en: 雨露 amount is not the standard
-- expects.zh: 每学期 {expected} 元
-- expects.en: {expected} yuan a term
-- mend.zh: 核对金额；本地标准不同的可调整参数 yulu_amount
-- mend.en: Check the amount; where another standard holds, set the parameter yulu_amount
select c.delivery_id, c.line, trim_scale(c.amount / 100.0) as found, trim_scale(p.value / 100.0) as expected
from candidate_subsidy c
join parameter p on p.name = 'yulu_amount' and c.year between p.from_year and p.to_year
where c.kind = 'yulu'
  and c.amount <> p.value
