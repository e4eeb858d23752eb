-- about: the entries that strategies are to match; content is for what is left of them
select delivery_id, line, voucher, paid_on, payee, payee_name, is_bank, source, function_code, document_number, batch,
  project_code, amount, note, reverses
from entry
