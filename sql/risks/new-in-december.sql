-- order: 50
-- title:
--   zh: 12月新出现的收款人
--   en: Payees that are new in December
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- about: payees whose first entry of the year is in December, and to whom no payment of an earlier year was made
with first_paid as (
  select payee_name, min(paid_on) as since
  from entry
  where payee_name <> ''
    and not is_bank
  group by payee_name
)
select f.payee_name as key, format('“%s”，首次付款%s', regexp_replace(e.payee, '~[0-9a-f]{10}$', ''), f.since) as found,
  'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount
from first_paid f
join entry e using (payee_name)
cross join this_year y
where f.since >= make_date(y.year, 12, 1)
  and not exists (
    select
    from live_payment p
    where p.year < y.year
      and p.payee = e.payee
  )
