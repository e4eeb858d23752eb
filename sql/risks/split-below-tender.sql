-- order: 20
-- title:
--   zh: 拆分支付，合计达到招标限额
--   en: Payments split below the tender limit
-- basis:
--   zh: 审计常用的分析方法，不是法规规定
--   en: a usual method of audits, no regulation
-- parameters: [tender_limit]
-- about: several entries to one payee for one project within a month, each below tender_limit and together not
with small as (
  select e.*, p.fen,
    sum(e.amount) over w as together,
    count(*) over w as several
  from entry e
  cross join (
    select max(value) as fen
    from parameter
    where name = 'tender_limit'
      and (select year from this_year) between from_year and to_year
  ) p
  where e.project_code <> ''
    and e.amount > 0
    and e.amount < p.fen
  window w as (
    partition by e.payee_name, e.project_code
    order by e.paid_on
    range between current row and interval '1 month' following
  )
), first_one as (
  select distinct on (payee_name, project_code) payee_name, project_code, paid_on, together, several
  from small
  where several > 1
    and together >= fen
  order by payee_name, project_code, together desc, paid_on
)
select e.payee_name || '/' || e.project_code as key,
  format('“%s”，项目%s，自%s起一个月内%s笔合计%s元', regexp_replace(e.payee, '~[0-9a-f]{10}$', ''), e.project_code,
    f.paid_on, f.several, trim_scale(f.together / 100.0)) as found,
  'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount
from first_one f
join small e using (payee_name, project_code)
where e.paid_on between f.paid_on and f.paid_on + interval '1 month'
