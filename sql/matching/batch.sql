-- id: batch
-- order: 30
-- takes: batches
-- title.zh: 一笔支出等于一批记录之和
-- title.en: One entry is the sum of a batch
-- about: records with the batch number, source, function code and document number of an entry, which
--   together make its amount; of entries that repeat all of that the earliest is taken
select e.delivery_id as entry_delivery, e.line as entry_line, c.id as batch_id, c.id as match
from (
  select delivery_id, line, batch, source, function_code, document_number, amount,
    row_number() over (
      partition by batch, source, function_code, document_number, amount
      order by paid_on, delivery_id, line
    ) as nth
  from entry_left
  where batch <> ''
) e
join (
  select min(id) as id, batch, source, function_code, document_number, amount,
    count(*) as candidates
  from batch_left
  group by batch, source, function_code, document_number, amount
) c using (batch, source, function_code, document_number, amount)
where e.nth = 1
  and c.candidates = 1
