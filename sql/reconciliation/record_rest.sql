-- about: what is left once batches have been matched as wholes: those that were not fall apart. Only the
--   number of the batch is looked up, what else tells a batch is compared: that takes half the time
select *
from record_left
where batch = ''
union all
select r.*
from record_left r
join batch_left b
  on b.batch = r.batch
  and (b.register, b.source, b.function_code, b.document_number)
    is not distinct from (r.register, r.source, r.function_code, r.document_number)
where r.batch <> ''
