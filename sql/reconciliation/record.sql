-- about: the records of the year with their content, which makes a line the same in another file
select *,
  concat_ws('|', voucher, paid_on, payee, source, function_code, document_number, batch,
    project_code, amount) as content
from record_line
