-- order: 42
-- takes: batches
-- title:
--   zh: 多笔支出合为一批记录，另有重复或冲销
--   en: Several entries make one batch, others repeat or reverse
-- about: entries that agree in batch number, source, function code and document number, and make the sum of the
--   records that do too once negative ones are left out, or those that take each other back, or repeated amounts,
--   all of them or the last one
with part as (
  select delivery_id, line, amount, batch, source, function_code, document_number,
    sum(amount) over b as whole,
    row_number() over (
      partition by batch, source, function_code, document_number, amount
      order by paid_on, delivery_id, line
    ) as nth,
    count(*) over (partition by batch, source, function_code, document_number, amount) as alike
  from entry_left
  where batch <> ''
  window b as (partition by batch, source, function_code, document_number)
), repeated as (
  select batch, source, function_code, document_number, min(whole) as whole,
    sum(amount) filter (where nth = 1) as once,
    sum(amount) filter (where amount > 0) as paid
  from part
  group by batch, source, function_code, document_number
  having max(alike) > 1
    or min(amount) < 0
), target as (
  select b.id, b.amount, batch, source, function_code, document_number, p.whole, p.once, p.paid,
    count(*) over (partition by batch, source, function_code, document_number) as candidates
  from batch_left b
  join repeated p using (batch, source, function_code, document_number)
)
select e.delivery_id as entry_delivery, e.line as entry_line, t.id as batch_id, t.id as match
from target t
join part e using (batch, source, function_code, document_number)
left join (
  select batch, source, function_code, document_number, amount, count(*) as entries
  from part
  join (
    select distinct batch, source, function_code, document_number
    from target
  ) of_target using (batch, source, function_code, document_number)
  group by batch, source, function_code, document_number, amount
) back
  on (back.batch, back.source, back.function_code, back.document_number)
    = (e.batch, e.source, e.function_code, e.document_number)
  and back.amount = -e.amount
where t.candidates = 1
  and case
    when t.paid = t.amount then e.amount > 0
    when t.whole = t.amount then e.nth <= e.alike - coalesce(back.entries, 0)
    when t.once = t.amount then e.nth = 1
    when exists (
      select
      from part d
      where (d.batch, d.source, d.function_code, d.document_number)
        = (t.batch, t.source, t.function_code, t.document_number)
        and d.alike > 1
        and d.amount = t.whole - t.amount
    ) then not (e.amount = t.whole - t.amount and e.nth = e.alike)
    else false
  end
