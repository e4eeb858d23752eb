-- id: function-code
-- order: 80
-- severity: warning
-- title.zh: 支出科目与类别不符
-- title.en: Function code does not fit the category
-- mend.zh: 核对支出功能分类科目
-- mend.en: Check the functional code
-- about: the code of an entry against the category of the project or the kind of the subsidies that it
--   paid; of a batch only where it is not the records' own code, which the nights have checked
with unlike as (
  select m.match, m.delivery_id, m.line, m.function_code, r.category
  from matched_entry m
  join match_record r on r.match = m.match
  where m.year = (select year from this_year)
    and r.function_code <> m.function_code
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
