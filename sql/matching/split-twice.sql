-- order: 22
-- takes: records
-- title:
--   zh: 多笔支出合为一条记录，另有重复或冲销
--   en: Several entries make one record, others repeat or reverse
-- about: entries that carry the voucher of a record and together make its amount once negative ones are left out, or
--   those that take each other back, or repeated amounts, all of them or the last one; what is left out is for the kinds that look for reversals and
--   double payments
with part as (
  select delivery_id, line, voucher, amount,
    sum(amount) over (partition by voucher) as whole,
    row_number() over (partition by voucher, amount order by paid_on, delivery_id, line) as nth,
    count(*) over (partition by voucher, amount) as alike
  from voucher_entry_left
), repeated as (
  select voucher, min(whole) as whole, sum(amount) filter (where nth = 1) as once,
    sum(amount) filter (where amount > 0) as paid
  from part
  group by voucher
  having max(alike) > 1
    or min(amount) < 0
), target as (
  select r.*, p.whole, p.once, p.paid, count(*) over (partition by r.voucher) as candidates
  from voucher_record_left r
  join repeated p using (voucher)
)
select e.delivery_id as entry_delivery, e.line as entry_line,
  t.register, t.delivery_id, t.line, t.source, t.function_code, t.amount, t.voucher as match
from target t
join part e using (voucher)
left join (
  select voucher, amount, count(*) as entries
  from part
  where voucher in (select voucher from target)
  group by voucher, amount
) back on back.voucher = e.voucher and back.amount = -e.amount
where t.candidates = 1
  and case
    when t.paid = t.amount then e.amount > 0
    when t.whole = t.amount then e.nth <= e.alike - coalesce(back.entries, 0)
    when t.once = t.amount then e.nth = 1
    when exists (
      select
      from part d
      where d.voucher = t.voucher
        and d.alike > 1
        and d.amount = t.whole - t.amount
    ) then not (e.amount = t.whole - t.amount and e.nth = e.alike)
    else false
  end
