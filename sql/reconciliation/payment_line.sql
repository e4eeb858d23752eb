-- about: the payments of the year, accepted, with the category of the project; empty cells read as ''
select p.delivery_id, p.line, p.voucher, p.paid_on, p.payee, p.source,
  coalesce(p.function_code, '') as function_code,
  coalesce(p.document_number, '') as document_number,
  coalesce(p.batch, '') as batch,
  p.project_code, p.amount,
  coalesce(plan.category, 'unknown') as category,
  n.payee_name
from chosen_payment p
join payee_name n on n.payee = p.payee
left join plan on plan.project_code = p.project_code
