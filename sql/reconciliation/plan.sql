-- about: projects as last planned up to the year
select distinct on (project_code)
  project_code, project_name, category, planned, finish_on, year, delivery_id, line
from live_project
where year <= (select year from this_year)
order by project_code, year desc, delivery_id desc
