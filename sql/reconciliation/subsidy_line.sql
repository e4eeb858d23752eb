-- about: the subsidies of the year, accepted, with their kind as category; empty cells read as ''. person is the
--   masked name on one that no batch pays
select delivery_id, line, voucher, paid_on, source,
  coalesce(function_code, '') as function_code,
  coalesce(document_number, '') as document_number,
  coalesce(batch, '') as batch,
  amount, kind as category,
  case when batch is null then name else text '' collate "C" end as person
from chosen_subsidy
