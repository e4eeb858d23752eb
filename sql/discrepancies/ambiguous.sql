-- id: ambiguous
-- order: 40
-- severity: error
-- left: one-sided
-- title.zh: 无法唯一对应
-- title.en: Ambiguous
-- mend.zh: 人工核对各笔支出与记录的对应关系
-- mend.en: Decide which entry belongs to which record
-- about: the same project or payee and amount a few days apart, more than one on a side; or the same
--   voucher or batch and sum, and no telling which belongs to which
with near as (
  select link, e.amount as line_amount, e.paid_on, e.source,
    'entry' as side, 'treasury_entry' as register, e.delivery_id, e.line, e.content
  from entry_left e
  join near_pair p on p.entry_delivery = e.delivery_id and p.entry_line = e.line
  union
  select link, r.amount, r.paid_on, r.source, 'record', r.register, r.delivery_id, r.line, r.content
  from record_left r
  join near_pair p using (register, delivery_id, line)
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
