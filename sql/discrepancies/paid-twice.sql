-- id: paid-twice
-- order: 20
-- severity: error
-- left: differing
-- title.zh: 疑似重复支付
-- title.en: Perhaps paid twice
-- mend.zh: 核对两笔支付是否为同一笔；如属重复，追回款项
-- mend.en: Check whether the two are one payment; recover the money if it was paid twice
-- about: an entry without a record of its own that repeats one which has been matched: the same voucher
--   and amount, or payee, project, batch and amount within paid_twice_days
with repeated as (
  select distinct on (e.delivery_id, e.line)
    e.delivery_id, e.line, e.voucher, e.amount, e.paid_on, e.source, e.content,
    row_number() over (
      partition by e.voucher, f.delivery_id, f.line order by e.paid_on, e.delivery_id, e.line
    ) as nth,
    f.voucher as first_voucher, m.match
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
  order by e.delivery_id, e.line, f.voucher <> e.voucher, f.paid_on, f.delivery_id, f.line
)
select p.voucher || case when p.nth > 1 then '~' || p.nth else '' end as key,
  p.amount, p.paid_on as since, format('与凭证%s重复', p.first_voucher) as found, p.source,
  'entry' as side, 'treasury_entry' as register, p.delivery_id, p.line, p.amount as line_amount,
  p.content, p.match
from repeated p
