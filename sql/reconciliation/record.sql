-- about: the records of the year, payments and subsidies, with their content, which makes a line the same in another
--   file
select *,
  concat_ws('|', voucher, paid_on, payee, source, function_code, document_number, batch,
    project_code, amount) as content
from (
  select text 'payment' collate "C" as register, delivery_id, line, voucher, paid_on, payee, source, function_code,
    document_number, batch, project_code, amount, category, payee_name, text '' collate "C" as person
  from payment_line
  union all
  select text 'subsidy' collate "C", delivery_id, line, voucher, paid_on, text '' collate "C", source, function_code,
    document_number, batch, text '' collate "C", amount, category, text '' collate "C", person
  from subsidy_line
) line
