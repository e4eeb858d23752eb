-- about: the records left that carry a batch number, put together by what an entry says of its batch; with
--   their first and last day, payee and project
select row_number() over (
    order by batch, source, function_code, document_number, register
  )::integer as id,
  register, batch, source, function_code, document_number,
  count(*)::integer as records, sum(amount)::bigint as amount,
  min(paid_on) as first_on, max(paid_on) as last_on,
  min(payee_name) as payee_name, max(payee_name) as last_payee_name,
  min(project_code) as project_code, max(project_code) as last_project_code
from record_left
where batch <> ''
group by register, batch, source, function_code, document_number
