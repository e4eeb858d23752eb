-- order: 65
-- severity: error
-- title:
--   zh: 收款人不符
--   en: Payee differs
-- mend:
--   zh: 核对收款凭证和银行回单；付错的追回，台账有误的更正
--   en: Check the receipt and the bank slip; recover what went elsewhere, or correct the register
-- about: an entry whose payee is not that of the record that it pays, however the name is written; of a batch, or of a
--   subsidy by itself, one that is no paying bank of the county
select voucher || case when nth > 1 then '~' || nth else '' end as key, amount, paid_on as since,
  format('凭证%s，', voucher) || case
    when record_voucher = '' and payee_differs then format('收款人“%s”不是该批支付的收款人', shown_payee)
    when record_voucher = '' then format('收款人“%s”不在代发机构名单中', shown_payee)
    when record_payee = '' and starts_with(shown_payee, regexp_replace(person, '~.*', ''))
      then format('收款人“%s”不是代发机构，也不是记录的“%s”', payee, person)
    when record_payee = ''
      then format('收款人“%s”不是代发机构，也不是记录的“%s”', shown_payee, regexp_replace(person, '~.*', ''))
    -- two people whose masked names are the same differ in their signs
    when shown_payee = record_shown then format('收款人：国库“%s”，记录“%s”', payee, record_payee)
    else format('收款人：国库“%s”，记录“%s”', shown_payee, record_shown)
  end || case
    when voucher_differs then format('；记录的凭证号为%s', record_voucher)
    else ''
  end as found,
  case when voucher_differs then 'payee voucher' else 'payee' end as differs,
  source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, match
from (
  select *, row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth,
    regexp_replace(record_payee, '~[0-9a-f]{10}$', '') as record_shown
  from (
    select distinct on (delivery_id, line) *
    from unlike
    where payee_differs
      or payee_unlisted and exists (
        select
        from code
        where list = 'paying_bank'
          and (select year from this_year) between from_year and to_year
      )
    order by delivery_id, line
  ) once
) u
