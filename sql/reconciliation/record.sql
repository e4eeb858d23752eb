-- about: the records of the year, payments and subsidies, with their content, which makes a line the same in another
--   file
select *,
  concat_ws('|', voucher, paid_on, payee, source, function_code, document_number, batch,
    project_code, amount) as content
from (
  select 'payment' collate "C" as register, delivery_id, line, voucher, paid_on, payee, source, function_code,
    document_number, batch, project_code, amount, category, payee_name, '' collate "C" as person
  from payment_line
  union all
  select 'subsidy' collate "C", delivery_id, line, voucher, paid_on, '' collate "C", source, function_code,
    document_number, batch, '' collate "C", amount, category, '' collate "C", person
  from subsidy_line
) line
