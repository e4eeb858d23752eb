-- order: 40
-- severity: error
-- left: one-sided
-- title:
--   zh: 无法唯一对应
--   en: Ambiguous
-- mend:
--   zh: 人工核对各笔支出与记录的对应关系
--   en: Decide which entry belongs to which record
-- about: the same project or payee and amount a few days apart, more than one on a side; or the same
--   voucher or batch and sum, and it is unclear which belongs to which
with near as (
  select link, amount as line_amount, entry_day as paid_on, entry_source as source,
    'entry' as side, 'treasury_entry' as register, entry_delivery as delivery_id, entry_line as line,
    entry_content as content
  from near_pair
  union
  select link, amount, paid_on, source, 'record', register, delivery_id, line, content
  from near_pair
)
select reference as key, 0 as amount, since, '凭证或批次相同，无法确定对应关系' as found,
  source, side, register, delivery_id, line, line_amount, content,
  null::integer as match
from same_reference
where amount = 0
union all
select link || '/' || line_amount,
  sum(case side when 'entry' then line_amount else -line_amount end) over (partition by link, line_amount),
  min(paid_on) over (partition by link, line_amount),
  format('%s，每笔%s元，候选不止一笔', link, trim_scale(line_amount / 100.0)),
  source, side, register, delivery_id, line, line_amount, content, null
from near
