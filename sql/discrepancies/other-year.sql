-- order: 10
-- severity: error
-- left: one-sided
-- title:
--   zh: 跨年度支付
--   en: Paid in another year
-- mend:
--   zh: 核对支付日期，确定计入哪个年度
--   en: Check the date and decide which year it belongs to
-- about: an entry dated in another year, with or without its record; a record that another year's ledger
--   has, and an entry that another year's records have, by voucher and amount. Each entry is one of its own
with outside as (
  select e.*, m.match,
    row_number() over (partition by e.voucher order by e.paid_on, e.delivery_id, e.line) as nth
  from entry e
  cross join this_year y
  left join matched_entry m
    on m.year = y.year and m.delivery_id = e.delivery_id and m.line = e.line
  where e.paid_on not between y.first_day and y.last_day
), unpaid as (
  select r.*, o.year as other_year, o.delivery_id as other_delivery, o.line as other_line,
    r.voucher || case
      when exists (select from outside x where x.voucher = r.voucher) then '~记录'
      else ''
    end as key
  from record_left r
  join live_treasury_entry o on o.voucher = r.voucher and o.amount = r.amount
  where o.year <> (select year from this_year)
), unrecorded as (
  select e.*, o.year as other_year, o.register as other_register,
    o.delivery_id as other_delivery, o.line as other_line,
    e.voucher || case
      when exists (select from outside x where x.voucher = e.voucher) then '~记录'
      else ''
    end || case
      when dense_rank() over (partition by e.voucher order by e.delivery_id, e.line) > 1
        then '~' || dense_rank() over (partition by e.voucher order by e.delivery_id, e.line)
      else ''
    end as key
  from entry_left e
  join (
    select year, 'payment' as register, delivery_id, line, voucher, amount
    from live_payment
    union all
    select year, 'subsidy', delivery_id, line, voucher, amount
    from live_subsidy
  ) o on o.voucher = e.voucher and o.amount = e.amount
  where o.year <> (select year from this_year)
    and e.paid_on between (select first_day from this_year) and (select last_day from this_year)
)
select voucher || case when nth > 1 then '~' || nth else '' end as key, amount, paid_on as since,
  format('支付日期为%s，不在本年度', paid_on) as found, source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, match
from outside
union all
select key, -amount, paid_on, format('支付在%s年度的国库台账中', other_year),
  source, 'record', register, delivery_id, line, amount, content, null
from unpaid
union all
select key, -amount, paid_on, format('支付在%s年度的国库台账中', other_year),
  source, 'entry', 'treasury_entry', other_delivery, other_line, amount, content, null
from unpaid
union all
select key, amount, paid_on, format('记录在%s年度的台账中', other_year),
  source, 'entry', 'treasury_entry', delivery_id, line, amount, content, null
from unrecorded
union all
select key, amount, paid_on, format('记录在%s年度的台账中', other_year),
  source, 'record', other_register, other_delivery, other_line, amount, content, null
from unrecorded
