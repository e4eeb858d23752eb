-- order: 69
-- severity: error
-- title:
--   zh: 指标文号不符
--   en: Document differs
-- mend:
--   zh: 按指标文件核对文号，更正有误的一方
--   en: Check the number of the budget document and correct the side that is wrong
-- about: an entry under another budget document than what it pays, where both name one; the fen of the parts of its batch that
--   differ
select voucher || case when nth > 1 then '~' || nth else '' end as key, fen as amount,
  paid_on as since, format('凭证%s，指标文号：国库%s，记录%s', voucher, document_number, documents) as found,
  'document_number' as differs,
  source, 'entry' as side, 'treasury_entry' as register, delivery_id, line, amount as line_amount,
  content, match
from (
  select voucher, paid_on, document_number, source, delivery_id, line, amount, content, match,
    sum(part_fen)::bigint as fen,
    string_agg(distinct record_document, '、' order by record_document) as documents,
    row_number() over (partition by voucher order by paid_on, delivery_id, line) as nth
  from unlike
  where document_differs
  group by voucher, paid_on, document_number, source, delivery_id, line, amount, content, match
) u
