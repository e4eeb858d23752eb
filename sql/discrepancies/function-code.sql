-- id: function-code
-- order: 80
-- severity: warning
-- title.zh: 支出科目与类别不符
-- title.en: Function code does not fit the category
-- mend.zh: 核对支出功能分类科目
-- mend.en: Check the functional code
-- about: the code of an entry against the category of the project or the kind of the subsidies that it
--   paid; of a batch only where it is not the records' own code, which the nights have checked
with single as (
  select s.register, s.delivery_id as record_delivery, s.line as record_line, m.match,
    m.delivery_id, m.line, m.function_code
  from matched_entry m
  join matched_record s on s.year = m.year and s.match = m.match
  where m.year = (select year from this_year)
), whole as (
  select b.register, b.batch, b.source, b.function_code as recorded, b.document_number, m.match,
    m.delivery_id, m.line, m.function_code
  from matched_entry m
  join matched_batch b on b.year = m.year and b.match = m.match
  where m.year = (select year from this_year)
    and b.function_code <> m.function_code
), unlike as (
  select coalesce(s.match, w.match) as match, coalesce(s.delivery_id, w.delivery_id) as delivery_id,
    coalesce(s.line, w.line) as line, coalesce(s.function_code, w.function_code) as function_code,
    r.category
  from record r
  left join single s
    on s.register = r.register and s.record_delivery = r.delivery_id and s.record_line = r.line
  left join whole w
    on s.match is null
    and w.register = r.register
    and w.batch = r.batch
    and w.source = r.source
    and w.recorded = r.function_code
    and w.document_number = r.document_number
  where s.function_code <> r.function_code
    or w.match is not null
), unfit as (
  select u.match, u.delivery_id, u.line, min(f.codes) as codes
  from unlike u
  join fitting_code f on f.category = u.category
  where position(u.function_code in f.codes) = 0
  group by u.match, u.delivery_id, u.line
)
select e.voucher as key, e.amount, e.paid_on as since,
  format('科目为%s，应为%s', e.function_code, replace(u.codes, ' ', '、')) as found, e.source,
  'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.amount as line_amount,
  e.content, u.match
from unfit u
join entry e using (delivery_id, line)
