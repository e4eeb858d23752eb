-- order: 80
-- severity: warning
-- title:
--   zh: 支出科目不符
--   en: Function code differs
-- mend:
--   zh: 核对支出功能分类科目
--   en: Check the functional code
-- about: an entry under another code than what it pays; where the records name none, one that does not fit the
--   category of the project or the kind of the subsidies. The fen of the parts of its batch that differ
with other as materialized (
  select distinct u.match, u.delivery_id, u.line, u.function_code, u.record_code, u.part_fen,
    u.record_source, u.record_document
  from unlike u
  where u.code_differs
), unnamed as (
  select o.match, o.delivery_id, o.line, o.function_code, r.category
  from other o
  join matched_batch b
    on b.year = (select year from this_year)
    and b.match = o.match
    and (b.source, b.function_code, b.document_number)
      = (o.record_source, o.record_code, o.record_document)
  join record_unmatched r
    on r.batch = b.batch
    and (r.register, r.source, r.function_code, r.document_number)
      is not distinct from (b.register, b.source, b.function_code, b.document_number)
  where o.record_code = ''
  union all
  select o.match, o.delivery_id, o.line, o.function_code, r.category
  from other o
  join record_matched r using (match)
  where o.record_code = ''
), unfit as (
  select u.delivery_id, u.line, min(f.codes) as codes
  from unnamed u
  join fitting_code f on f.year = (select year from this_year) and f.category = u.category
  where position(u.function_code in f.codes) = 0
  group by u.delivery_id, u.line
), found_now as (
  select o.match, o.delivery_id, o.line,
    sum(o.part_fen) filter (where o.record_code <> '' or u.codes is not null)::bigint as fen,
    string_agg(distinct nullif(o.record_code, ''), '、') as recorded,
    min(u.codes) as codes
  from other o
  left join unfit u using (delivery_id, line)
  group by o.match, o.delivery_id, o.line
)
select e.voucher || case when nth > 1 then '~' || nth else '' end as key, e.fen as amount,
  e.paid_on as since,
  case
    when e.recorded is not null then format('科目：国库%s，记录%s', e.function_code, e.recorded)
    else format('科目为%s，应为%s', e.function_code, replace(e.codes, ' ', '、'))
  end as found,
  'function_code' as differs, e.source, 'entry' as side, 'treasury_entry' as register,
  e.delivery_id, e.line, e.amount as line_amount, e.content, e.match
from (
  select e.*, f.fen, f.recorded, f.codes, f.match,
    row_number() over (partition by e.voucher order by e.paid_on, e.delivery_id, e.line) as nth
  from found_now f
  join entry e using (delivery_id, line)
  where f.fen is not null
) e
