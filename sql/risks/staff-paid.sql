-- order: 80
-- title:
--   zh: 帮扶干部、驻村人员领取补贴
--   en: Staff who receive subsidies
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- about: subsidies of persons who are paired with households or posted to villages, by their ID numbers
with staff as (
  select person_key
  from live_cadre_pairing
  where year = (select year from this_year)
  union
  select person_key
  from live_village_posting
  where year = (select year from this_year)
)
select s.voucher as key, format('凭证%s，%s', s.voucher, regexp_replace(s.name, '~[0-9a-f]{10}$', '')) as found, 'record' as side, 'subsidy' as register,
  s.delivery_id, s.line, s.amount
from chosen_subsidy s
join staff using (person_key)
