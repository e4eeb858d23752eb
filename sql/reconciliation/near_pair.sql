-- about: entries and records left with the same payee and amount, a few days apart; the project too, where
--   both sides have one. entry_alike is all that an entry says but for voucher and date
select e.delivery_id as entry_delivery, e.line as entry_line, e.paid_on as entry_day, e.source as entry_source,
  e.content as entry_content,
  concat_ws('|', e.payee_name, upper(e.project_code), e.source, e.function_code, e.document_number, e.batch)
    as entry_alike,
  r.register, r.delivery_id, r.line, r.paid_on, r.source, r.function_code, r.content, r.amount, r.payee as link
from entry_left e
cross join this_year y
join record_left r
  on r.payee_name = e.payee_name
  and r.amount = e.amount
  and abs(r.paid_on - e.paid_on) <= y.matching_window_days
where e.payee_name <> ''
  and (e.project_code = '' or r.project_code = '' or upper(e.project_code) = upper(r.project_code))
