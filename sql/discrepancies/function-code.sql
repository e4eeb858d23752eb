-- id: function-code
-- order: 80
-- severity: warning
-- title.zh: 支出科目与类别不符
-- title.en: Function code does not fit the category
-- mend.zh: 核对支出功能分类科目
-- mend.en: Check the functional code
-- about: the code of an entry against the category of the project or the kind of the subsidies that it
--   paid; only where it is not the records' own code, which the nights have checked. Those few matches come
--   first, then their records: the planner, left to itself, would join all of them
with whole as materialized (
  select m.match, m.delivery_id, m.line, m.function_code as paid,
    b.register, b.batch, b.source, b.function_code, b.document_number
  from matched_entry m
  join matched_batch b on b.year = m.year and b.match = m.match
  where m.year = (select year from this_year)
    and b.function_code <> m.function_code
), single as materialized (
  select m.match, m.delivery_id, m.line, m.function_code as paid,
    s.delivery_id as record_delivery, s.line as record_line
  from matched_entry m
  join matched_record s on s.year = m.year and s.match = m.match
  where m.year = (select year from this_year)
    and s.function_code <> m.function_code
), unlike as (
  select w.match, w.delivery_id, w.line, w.paid, r.category
  from whole w
  join record_unmatched r
    on r.batch = w.batch
    and (r.register, r.source, r.function_code, r.document_number)
      is not distinct from (w.register, w.source, w.function_code, w.document_number)
  union all
  select s.match, s.delivery_id, s.line, s.paid, r.category
  from single s
  join record r on r.delivery_id = s.record_delivery and r.line = s.record_line
), unfit as (
  select u.match, u.delivery_id, u.line, min(f.codes) as codes
  from unlike u
  join fitting_code f on f.category = u.category
  where position(u.paid in f.codes) = 0
  group by u.match, u.delivery_id, u.line
)
select e.voucher as key, e.amount, e.paid_on as since,
  format('科目为%s，应为%s', e.function_code, replace(u.codes, ' ', '、')) as found, e.source,
  'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount as line_amount,
  e.content, u.match
from unfit u
join entry e using (delivery_id, line)
