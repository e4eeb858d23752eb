-- about: "what is left once batches have been matched as wholes: those that were not fall apart"
select r.*
from record_left r
left join batch_left b
  on b.batch = r.batch
  and (b.register, b.source, b.function_code, b.document_number)
    = (r.register, r.source, r.function_code, r.document_number)
where r.batch in (select '' union all select batch from batch_left)
  and (r.batch = '' or b.id is not null)
