-- order: 50
-- takes: batches
-- title:
--   zh: 一笔支出等于同批次记录之和，来源、科目或文号不同
--   en: One entry is the sum of a batch; source, code or document differ
-- about: >-
--   an entry whose amount is that of exactly one part of its batch: by source, function code and
--   document number, by source, or the whole; what differs is a discrepancy
with part as (
  select batch, sum(amount) as amount, array_agg(id order by id) as ids
  from batch_left
  group by grouping sets (
    (register, batch, source, function_code, document_number),
    (register, batch, source),
    (register, batch)
  )
), proposal as (
  select e.delivery_id, e.line, part.ids,
    count(*) over (partition by e.delivery_id, e.line) as candidates
  from entry_left e
  join (select distinct batch, amount, ids from part) part using (batch, amount)
  where e.batch <> ''
), member as (
  select p.delivery_id, p.line, batch_id, count(*) over (partition by batch_id) as claims
  from proposal p
  cross join unnest(p.ids) as batch_id
  where p.candidates = 1
)
select delivery_id as entry_delivery, line as entry_line, batch_id,
  delivery_id || ':' || line as match
from member m
where not exists (
    select
    from member other
    where other.delivery_id = m.delivery_id
      and other.line = m.line
      and other.claims > 1
  )
