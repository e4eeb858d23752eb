-- order: 52
-- takes: batches
-- title:
--   zh: 多笔支出合为一批记录，来源、科目或文号不同
--   en: Several entries make one batch; source, code or document differ
-- about: >-
--   entries of a batch number that together make the only part of it that is left: of those that agree in two
--   of source, function code and document number, in one of them, or of all; what differs is a discrepancy
with side as (
  select batch, source, function_code, document_number, amount as entry_fen, 0 as batch_fen,
    null::integer as batch_id, 1 as entries
  from entry_left
  where batch <> ''
  union all
  select batch, source, function_code, document_number, 0, amount, id, 0
  from batch_left
), part as (
  select batch, source, function_code, document_number, min(batch_id) as batch_id,
    num_nulls(source, function_code, document_number) as apart
  from side
  group by grouping sets (
    (batch, source, function_code),
    (batch, source, document_number),
    (batch, function_code, document_number),
    (batch, source),
    (batch, function_code),
    (batch, document_number),
    (batch)
  )
  having count(batch_id) = 1
    and sum(entries) > 1
    and sum(entry_fen) = sum(batch_fen)
), finest as (
  select distinct on (batch_id) *
  from part
  order by batch_id, apart, source, function_code, document_number
), member as (
  select e.delivery_id, e.line, f.batch_id,
    count(*) over (partition by e.delivery_id, e.line) as claims
  from finest f
  join entry_left e
    on e.batch = f.batch
    and e.source = coalesce(f.source, e.source)
    and e.function_code = coalesce(f.function_code, e.function_code)
    and e.document_number = coalesce(f.document_number, e.document_number)
)
select delivery_id as entry_delivery, line as entry_line, batch_id, batch_id as match
from (
  select *, max(claims) over (partition by batch_id) as contested
  from member
) m
where contested = 1
