-- register: subsidy
-- field: term
-- severity: error
-- stage: total
-- alike: [household_no, person_key, term]
-- title:
--   zh: 同一学生同一学期重复发放
--   en: A student was paid twice for one term
-- expects:
--   zh: 每生每学期一次
--   en: one payment per student and term
-- mend:
--   zh: 核对是否重复发放，删除重复行
--   en: Check whether it was paid twice and delete the repeated line
select c.delivery_id, c.line, c.term as found, min(d.name || ' : ' || o.line) as expected
from alike a
join candidate_subsidy c on c.delivery_id = a.delivery_id and c.line = a.line
join alike b on b.digest = a.digest and (b.delivery_id, b.line) < (a.delivery_id, a.line)
join standing_subsidy o
  on o.delivery_id = b.delivery_id
  and o.line = b.line
  and o.household_no = c.household_no
  and o.kind = 'yulu'
  and o.person_key = c.person_key
  and o.term = c.term
join delivery d on d.id = o.delivery_id
where c.kind = 'yulu'
  and c.amount > 0
  and o.amount > 0
  and not exists (
    select
    from reversed_entry e
    where e.whole
      and (e.delivery_id, e.line) in ((c.delivery_id, c.line), (o.delivery_id, o.line))
  )
group by c.delivery_id, c.line, c.term
