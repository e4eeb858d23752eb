-- about: entries and records left with the same project, or payee, and amount, a few days apart
select e.delivery_id as entry_delivery, e.line as entry_line,
  r.register, r.delivery_id, r.line, r.source, r.function_code, r.amount, r.payee as link
from entry_left e
cross join this_year y
join record_left r
  on r.project_code = e.project_code
  and r.amount = e.amount
  and abs(r.paid_on - e.paid_on) <= y.matching_window_days
where e.project_code <> ''
union all
select e.delivery_id, e.line,
  r.register, r.delivery_id, r.line, r.source, r.function_code, r.amount, r.payee as link
from entry_left e
cross join this_year y
join record_left r
  on r.payee = e.payee
  and r.amount = e.amount
  and abs(r.paid_on - e.paid_on) <= y.matching_window_days
where e.payee <> ''
  and (e.project_code = '' or r.project_code = '')
