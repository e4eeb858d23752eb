-- about: what is left once batches have been matched as wholes: those that were not fall apart
select *
from record_left
where batch = ''
union all
select r.*
from record_left r
join batch_left b
  on b.register = r.register
  and b.batch = r.batch
  and b.source = r.source
  and b.function_code = r.function_code
  and b.document_number = r.document_number
where r.batch <> ''
