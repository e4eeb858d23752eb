-- registers: [payment, subsidy]
-- depends: {payment: project}
-- values: {category: [project_category, unknown]}
-- about: every payment out of a project, with the project it belongs to, and every subsidy; amounts in fen
select
  p.delivery_id,
  p.line,
  p.year,
  coalesce(j.township, '') as township,
  p.source,
  date_part('month', p.paid_on)::smallint as month,
  coalesce(j.category, 'unknown') as category,
  p.project_code as project,
  coalesce(j.project_name, p.project_code) as project_name,
  p.amount
from live_payment p
left join lateral (
  select township, category, project_name
  from live_project
  where project_code = p.project_code
    and year <= p.year
  order by year desc, delivery_id desc
  limit 1
) j on true
union all
select
  delivery_id,
  line,
  year,
  township,
  source,
  date_part('month', paid_on)::smallint,
  'policy',
  '',
  '',
  amount
from live_subsidy
