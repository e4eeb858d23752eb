-- id: yulu-twice
-- register: subsidy
-- field: term
-- severity: error
-- stage: total
-- title.zh: 同一学生同一学期重复发放
-- title.en: A student was paid twice for one term
-- expects.zh: 每生每学期一次
-- expects.en: one payment per student and term
-- mend.zh: 核对是否重复发放，删除重复行
-- mend.en: Check for the second payment and take it out
select c.delivery_id, c.line, c.term as found, min(d.name || ' : ' || o.line) as expected
from candidate_subsidy c
join standing_subsidy o
  on o.household_no = c.household_no
  and o.kind = 'yulu'
  and o.person_key = c.person_key
  and o.term = c.term
  and (o.delivery_id, o.line) < (c.delivery_id, c.line)
join delivery d on d.id = o.delivery_id
where c.kind = 'yulu'
  and c.verdict = 'a'
group by c.delivery_id, c.line, c.term
