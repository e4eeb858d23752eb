-- register: subsidy
-- field: amount
-- severity: warning
-- stage: total
-- alike: [household_no, person_key, kind, paid_on, amount]
-- title:
--   zh: 疑似重复发放
--   en: Perhaps paid twice
-- expects:
--   zh: 同人、同类、同日、同额只发放一次
--   en: one payment of the same kind, day and amount to a person
-- mend:
--   zh: 核对两笔是否为同一笔补贴
--   en: Check whether the two lines are the same subsidy
select c.delivery_id, c.line, c.voucher as found, min(d.name || ' : ' || o.line) as expected
from alike a
join candidate_subsidy c on c.delivery_id = a.delivery_id and c.line = a.line
join alike b on b.digest = a.digest and (b.delivery_id, b.line) < (a.delivery_id, a.line)
join standing_subsidy o
  on o.delivery_id = b.delivery_id
  and o.line = b.line
  and o.household_no = c.household_no
  and o.person_key = c.person_key
  and o.kind = c.kind
  and o.paid_on = c.paid_on
  and o.amount = c.amount
  and o.voucher <> c.voucher
  and coalesce(o.term, '') = coalesce(c.term, '')
join delivery d on d.id = o.delivery_id
where c.kind <> 'yulu'
  and c.amount > 0
  and not exists (
    select
    from reversed_entry e
    where e.whole
      and (e.delivery_id, e.line) in ((c.delivery_id, c.line), (o.delivery_id, o.line))
  )
group by c.delivery_id, c.line, c.voucher
