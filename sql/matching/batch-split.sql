-- order: 40
-- takes: batches
-- title:
--   zh: 多笔支出合为一批记录
--   en: Several entries make one batch
-- about: entries that agree in batch number, source, function code and document number, and together
--   make the sum of the records that do too; none of them takes another one back
select e.delivery_id as entry_delivery, e.line as entry_line, c.id as batch_id, c.id as match
from (
  select b.id, b.batch, b.source, b.function_code, b.document_number,
    count(*) over (partition by b.batch, b.source, b.function_code, b.document_number) as candidates
  from batch_left b
  join (
    select batch, source, function_code, document_number, sum(amount) as amount
    from entry_left
    where batch <> ''
    group by batch, source, function_code, document_number
    having count(*) > 1
      and count(distinct amount) = count(distinct abs(amount))
  ) parts using (batch, source, function_code, document_number, amount)
) c
join entry_left e using (batch, source, function_code, document_number)
where c.candidates = 1
