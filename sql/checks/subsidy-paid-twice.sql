-- id: subsidy-paid-twice
-- register: subsidy
-- field: amount
-- severity: warning
-- stage: total
-- title.zh: 疑似重复发放
-- title.en: Perhaps paid twice
-- expects.zh: 同人、同类、同日、同额只发放一次
-- expects.en: one payment of the same kind, day and amount to a person
-- mend.zh: 核对两笔是否为同一笔补贴
-- mend.en: Check whether the two are one
with suspect as materialized (
  select household_no, paid_on, amount
  from candidate_subsidy
  where kind <> 'yulu'
    and verdict = 'a'
  group by household_no, paid_on, amount
  having count(*) > 1
  union
  select c.household_no, c.paid_on, c.amount
  from candidate_subsidy c
  join settled_subsidy o using (household_no, paid_on, amount)
  where exists (select from settled_subsidy)
)
select c.delivery_id, c.line, c.voucher as found, min(d.name || ' : ' || o.line) as expected
from candidate_subsidy c
join standing_subsidy o
  on o.household_no = c.household_no
  and o.person_key = c.person_key
  and o.kind = c.kind
  and o.paid_on = c.paid_on
  and o.amount = c.amount
  and o.voucher <> c.voucher
  and coalesce(o.term, '') = coalesce(c.term, '')
  and (o.delivery_id, o.line) < (c.delivery_id, c.line)
join delivery d on d.id = o.delivery_id
where c.household_no = any(array(select household_no from suspect))
  and o.household_no = any(array(select household_no from suspect))
  and c.kind <> 'yulu'
  and c.verdict = 'a'
group by c.delivery_id, c.line, c.voucher
