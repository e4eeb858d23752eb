-- order: 20
-- severity: error
-- left: differing
-- title:
--   zh: 疑似重复支付
--   en: Perhaps paid twice
-- mend:
--   zh: 核对两笔支付是否为同一笔；如属重复，追回款项
--   en: Check whether the two entries are the same payment. If it was paid twice, recover the money
-- about: >-
--   an entry without a record of its own that repeats one which has been matched: the same voucher
--   and amount, or payee, project, batch and amount within paid_twice_days. What the two do not share is said
with repeated as (
  select distinct on (e.delivery_id, e.line)
    e.*, f.voucher as first_voucher, f.paid_on as first_day, m.match,
    regexp_replace(e.payee, '~[0-9a-f]{10}$', '') as shown_payee,
    regexp_replace(f.payee, '~[0-9a-f]{10}$', '') as first_payee,
    f.project_code as first_project,
    f.payee_name <> e.payee_name as payee_differs,
    f.project_code <> e.project_code as project_differs
  from entry_left e
  cross join this_year y
  join entry f
    on f.amount = e.amount
    and (
      f.voucher = e.voucher
      or f.payee_name = e.payee_name
        and f.project_code = e.project_code
        and f.batch = e.batch
        and abs(f.paid_on - e.paid_on) <= y.paid_twice_days
    )
  join matched_entry m on m.year = y.year and m.delivery_id = f.delivery_id and m.line = f.line
  order by e.delivery_id, e.line, f.voucher <> e.voucher, f.payee_name <> e.payee_name, f.paid_on,
    f.delivery_id, f.line
), numbered as (
  select *, row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth
  from repeated
)
select voucher || case when nth > 1 then '~' || nth else '' end as key,
  amount, paid_on as since,
  format('与凭证%s（%s）重复', first_voucher, first_day)
    || case when payee_differs then format('；收款人：“%s”，原为“%s”', shown_payee, first_payee) else '' end
    || case when project_differs then format('；项目：“%s”，原为“%s”', project_code, first_project) else '' end
    as found,
  concat_ws(' ', 'amount', case when payee_differs then 'payee' end,
    case when project_differs then 'project_code' end) as differs,
  source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, match
from numbered
