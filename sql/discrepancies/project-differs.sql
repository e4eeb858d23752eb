-- order: 67
-- severity: error
-- title:
--   zh: 项目不符
--   en: Project differs
-- mend:
--   zh: 核对支付对应的项目，更正有误的一方
--   en: Check which project it was paid for and correct the side that is wrong
-- about: an entry that names another project than the record that it pays, where both name one
select voucher || case when nth > 1 then '~' || nth else '' end as key, project_fen as amount, paid_on as since,
  format('凭证%s，项目：国库%s，记录%s', voucher, project_code, record_project) || case
    when voucher_differs then format('；记录的凭证号为%s', record_voucher)
    else ''
  end as found,
  case when voucher_differs then 'project_code voucher' else 'project_code' end as differs,
  source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, match
from (
  select *, row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth
  from (
    select distinct on (delivery_id, line) *
    from unlike
    where project_differs
    order by delivery_id, line
  ) once
) u
