-- about: >-
--   plan against payment by project: the payments as recorded; what the ledger has of them, with the
--   amounts of its own; and entries left that name the project
with recorded as (
  select project_code, sum(amount) as fen
  from record
  where register = 'payment'
  group by project_code
), unpaid as (
  select project_code, sum(amount) as fen
  from record_left
  where register = 'payment'
  group by project_code
), differing as (
  select k.project_code, sum(case r.side when 'entry' then r.line_amount else 0 end) as fen
  from same_reference r
  join (
    select reference, min(project_code) as project_code
    from same_reference s
    join record_left l using (register, delivery_id, line)
    where s.side = 'record'
      and s.amount <> 0
    group by reference
    having count(distinct project_code) = 1
  ) k using (reference)
  where k.project_code <> ''
  group by k.project_code
), unrecorded as (
  select project_code, sum(amount) as fen
  from entry_left e
  where project_code <> ''
    and not exists (
      select
      from same_reference r
      where r.side = 'entry'
        and r.delivery_id = e.delivery_id
        and r.line = e.line
        and r.amount <> 0
    )
  group by project_code
), earlier as (
  select project_code, sum(amount) as fen
  from live_payment
  where year < (select year from this_year)
    and project_code in (select project_code from plan union select project_code from recorded)
  group by project_code
), concerned as (
  select project_code from plan where year = (select year from this_year)
  union
  select project_code from recorded
)
select c.project_code, coalesce(p.project_name, c.project_code) as project_name,
  coalesce(p.category, 'unknown') as category, coalesce(p.planned, 0)::bigint as planned_fen,
  coalesce(earlier.fen, 0)::bigint as earlier_fen, coalesce(recorded.fen, 0)::bigint as record_fen,
  (
    coalesce(recorded.fen, 0) - coalesce(unpaid.fen, 0) + coalesce(differing.fen, 0)
    + coalesce(unrecorded.fen, 0)
  )::bigint as entry_fen
from concerned c
left join plan p using (project_code)
left join recorded using (project_code)
left join unpaid using (project_code)
left join differing using (project_code)
left join unrecorded using (project_code)
left join earlier using (project_code)
