-- order: 60
-- title:
--   zh: 多户使用同一账户
--   en: One account for many households
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- needs: [subsidy.account_key]
-- about: an account to which subsidies of several households went; it is shown by the first digits of its keyed hash
select left(encode(s.account_key, 'hex'), 12) as key,
  format('%s户同一账户（代号%s）', shared.households, left(encode(s.account_key, 'hex'), 12)) as found,
  'record' as side, 'subsidy' as register, s.delivery_id, s.line, s.amount
from chosen_subsidy s
join (
  select account_key, count(distinct household_no) as households
  from chosen_subsidy
  where amount > 0
  group by account_key
  having count(distinct household_no) > 1
) shared using (account_key)
where s.amount > 0
