-- about: the records left that carry a batch number, put together by what an entry says of its batch; with
--   their first and last day, payee and project
select row_number() over (
    order by batch, source, function_code, document_number, register
  )::integer as id, *
from (
  select text 'payment' collate "C" as register, batch, source, function_code, document_number,
    count(*)::integer as records, sum_fen(amount) as amount,
    min(paid_on) as first_on, max(paid_on) as last_on,
    min(payee_name) as payee_name, max(payee_name) as last_payee_name,
    min(project_code) as project_code, max(project_code) as last_project_code
  from record_left
  where register = 'payment'
    and batch <> ''
  group by batch, source, function_code, document_number
  union all
  select text 'subsidy' collate "C", batch, source, function_code, document_number,
    count(*)::integer, sum_fen(amount), min(paid_on), max(paid_on), text '' collate "C", text '' collate "C",
    text '' collate "C", text '' collate "C"
  from record_left
  where register = 'subsidy'
    and batch <> ''
  group by batch, source, function_code, document_number
) b
