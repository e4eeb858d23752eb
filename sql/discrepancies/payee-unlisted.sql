-- order: 66
-- severity: look
-- title:
--   zh: 批次收款人没有名单可核对
--   en: No list to check the payees of batches with
-- mend:
--   zh: 在 jobs/codes/paying_bank.yaml 列出代发机构，再次对账
--   en: List the paying banks in jobs/codes/paying_bank.yaml and reconcile again
-- about: "without a list of paying banks: each payee of batches, and of subsidies by themselves, with all that went to it"
select payee_name as key,
  sum(amount) over p as amount, min(paid_on) over p as since,
  format('“%s”收到%s笔，县里没有代发机构名单', min(shown_payee) over p, count(*) over p) as found,
  'payee' as differs, source,
  'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount, content,
  null::integer as match
from (
  select distinct on (delivery_id, line) *
  from unlike
  where payee_unlisted
    and not exists (
      select
      from code
      where list = 'paying_bank'
        and (select year from this_year) between from_year and to_year
    )
  order by delivery_id, line
) u
window p as (partition by payee_name)
