-- order: 70
-- takes: records
-- title:
--   zh: 同金额、日期相近，收款人或项目不同
--   en: Same amount a few days apart, another payee or project
-- about: an entry under another voucher that agrees in project and not in payee, or in payee and not in project; only
--   where there is exactly one candidate on each side. What differs is a discrepancy
with pair as (
  select e.delivery_id as entry_delivery, e.line as entry_line,
    r.register, r.delivery_id, r.line, r.source, r.function_code, r.amount
  from entry_left e
  cross join this_year y
  join record_left r
    on upper(r.project_code) = upper(e.project_code)
    and r.amount = e.amount
    and abs(r.paid_on - e.paid_on) <= y.matching_window_days
  where e.project_code <> ''
    and r.payee_name <> e.payee_name
  union all
  select e.delivery_id, e.line, r.register, r.delivery_id, r.line, r.source, r.function_code, r.amount
  from entry_left e
  cross join this_year y
  join record_left r
    on r.payee_name = e.payee_name
    and r.amount = e.amount
    and abs(r.paid_on - e.paid_on) <= y.matching_window_days
  where e.project_code <> ''
    and r.project_code <> ''
    and upper(r.project_code) <> upper(e.project_code)
), counted as (
  select *,
    count(*) over (partition by entry_delivery, entry_line) as of_entry,
    count(*) over (partition by register, delivery_id, line) as of_record
  from pair
)
select entry_delivery, entry_line, register, delivery_id, line, source, function_code, amount,
  entry_delivery || ':' || entry_line as match
from counted c
where of_entry = 1
  and of_record = 1
  and not exists (
    select
    from near_pair n
    where (n.entry_delivery, n.entry_line) = (c.entry_delivery, c.entry_line)
      or (n.register, n.delivery_id, n.line) = (c.register, c.delivery_id, c.line)
  )
