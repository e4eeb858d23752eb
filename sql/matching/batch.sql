-- order: 30
-- takes: batches
-- title:
--   zh: 一笔支出等于一批记录之和
--   en: One entry is the sum of a batch
-- about: records with the batch number, source, function code and document number of an entry, which
--   together make its amount; of entries that repeat all of that the earliest is taken
select entry_delivery, entry_line, batch_id, batch_id as match
from (
  select e.delivery_id as entry_delivery, e.line as entry_line, c.id as batch_id,
    row_number() over (partition by c.id order by e.paid_on, e.delivery_id, e.line) as nth
  from entry_left e
  join (
    select min(id) as id, batch, source, function_code, document_number, amount
    from batch_left
    group by batch, source, function_code, document_number, amount
    having count(*) = 1
  ) c using (batch, source, function_code, document_number, amount)
) pair
where nth = 1
