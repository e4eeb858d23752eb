-- about: the records of the year: accepted payments and subsidies, with the category of the project or the
--   kind of the subsidy; empty cells read as ''. person is the masked name on a subsidy that no batch pays. They are
--   gone through a dozen times, so this is a table
select 'payment' collate "C" as register, p.delivery_id, p.line, p.voucher, p.paid_on,
  p.payee, p.source,
  coalesce(p.function_code, '') as function_code,
  coalesce(p.document_number, '') as document_number,
  coalesce(p.batch, '') as batch,
  p.project_code, p.amount,
  coalesce(plan.category, 'unknown') as category,
  n.payee_name, '' collate "C" as person
from chosen_payment p
join payee_name n on n.payee = p.payee
left join plan on plan.project_code = p.project_code
union all
select 'subsidy' collate "C", delivery_id, line, voucher, paid_on, '' collate "C", source,
  coalesce(function_code, ''), coalesce(document_number, ''), coalesce(batch, ''),
  '' collate "C", amount, kind, '' collate "C",
  case when batch is null then name else '' collate "C" end
from chosen_subsidy
