-- about: the entries of the ledger of the year; empty cells read as ''; content is what makes a line the same
--   in another file; payee_name is what payees are compared by
select *,
  concat_ws('|', voucher, paid_on, payee, source, function_code, document_number, batch,
    project_code, amount) as content
from (
  select delivery_id, line, voucher, paid_on, payee, source,
    coalesce(function_code, '') as function_code,
    coalesce(document_number, '') as document_number,
    coalesce(batch, '') as batch,
    coalesce(project_code, '') as project_code,
    amount, coalesce(note, '') as note, coalesce(reverses, '') as reverses,
    payee_name, is_bank
  from chosen_treasury_entry
  join payee_name using (payee)
) line
