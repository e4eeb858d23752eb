-- id: household-of-several-offices
-- order: 70
-- title.zh: 同一户同一补贴由几个单位发放
-- title.en: A household paid by several offices for the same
-- basis.zh: 审计常用的分析方法，不是法规规定
-- basis.en: a usual method of audits, no regulation
-- needs: subsidy.office
-- about: a household with the same kind of subsidy, and term, from several offices
select s.household_no || '/' || s.kind as key, format('户%s的%s由几个单位发放', s.household_no, s.kind) as found,
  'record' as side, 'subsidy' as register, s.delivery_id, s.line, s.amount
from chosen_subsidy s
join (
  select household_no, kind, coalesce(term, '') as term
  from chosen_subsidy
  group by household_no, kind, coalesce(term, '')
  having count(distinct office) > 1
) shared on shared.household_no = s.household_no and shared.kind = s.kind and shared.term = coalesce(s.term, '')
