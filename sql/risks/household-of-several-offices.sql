-- order: 70
-- title:
--   zh: 同一户同一补贴由几个单位发放
--   en: One household, the same subsidy from several offices
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- needs: [subsidy.paying_office]
-- about: a household with the same kind of subsidy, and term, from several offices, blanks and width of their names aside
with paid as (
  select delivery_id, line, amount, household_no, kind, coalesce(term, '') as term,
    regexp_replace(normalize(paying_office, nfkc), '\s', '', 'g') as office
  from chosen_subsidy
  where amount > 0
    and paying_office is not null
), shared as (
  select household_no, kind, term, string_agg(distinct office, '、' order by office) as offices
  from paid
  group by household_no, kind, term
  having count(distinct office) > 1
)
select concat_ws('/', household_no, kind, nullif(term, '')) as key,
  format('户%s的%s%s由几个单位发放：%s', household_no, coalesce(k.title, kind), term, offices) as found,
  'record' as side, 'subsidy' as register, p.delivery_id, p.line, p.amount
from shared
join paid p using (household_no, kind, term)
left join code k
  on k.list = 'subsidy_kind'
  and k.code = kind
  and (select year from this_year) between k.from_year and k.to_year
