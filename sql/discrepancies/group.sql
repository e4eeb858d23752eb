-- order: 48
-- severity: error
-- left: differing
-- title:
--   zh: 多笔对多笔，合计相符，待确认
--   en: Several entries and several records with the same sum, to confirm
-- mend:
--   zh: 核对是否同一笔款项分次登记或分次支付；如果是，用 ./sunlit resolve 说明，并由另一人复核
--   en: Check whether it is the same money, recorded or paid in parts. If so, resolve it and let another person approve
-- about: >-
--   all entries and all records left of one payee and project, or else of one payee, that have the same sum,
--   more than one on a side. It is only proposed: nothing is matched by it
with side as (
  select 'entry' as side, 'treasury_entry' as register, delivery_id, line, voucher, payee,
    payee_name, upper(project_code) as project, paid_on, source, amount, amount as signed, content
  from entry_left
  where payee_name <> ''
  union all
  select 'record', register, delivery_id, line, voucher, payee,
    payee_name, upper(project_code), paid_on, source, amount, -amount, content
  from record_left
  where payee_name <> ''
), whole as (
  select payee_name, project, sum(amount) filter (where side = 'entry') as fen, min(paid_on) as since,
    count(*) filter (where side = 'entry') as entries,
    count(*) filter (where side = 'record') as records
  from side
  group by grouping sets ((payee_name, project), (payee_name))
  having sum(signed) = 0
    and count(*) > 2
    and count(distinct side) = 2
), finest as (
  select *, bool_or(project is not null) over (partition by payee_name) as has_finer
  from whole
)
select f.payee_name || '/' || coalesce(f.project, '') as key, f.fen::bigint as amount, f.since,
  format('“%s”：国库%s笔与记录%s笔合计同为%s元', regexp_replace(s.payee, '~[0-9a-f]{10}$', ''), f.entries,
    f.records, trim_scale(f.fen / 100.0)) as found,
  'voucher amount' as differs, s.source, s.side, s.register, s.delivery_id, s.line,
  s.amount as line_amount, s.content, null::integer as match
from finest f
join side s on s.payee_name = f.payee_name and s.project = coalesce(f.project, s.project)
where f.project is not null
  or not f.has_finer
