-- registers: [document]
-- values: {disclosure: disclosure_attribute}
-- about: every document issued; its citation is 《title》（number）
select
  delivery_id,
  line,
  year,
  '' as township,
  '' as source,
  date_part('month', issued_on)::smallint as month,
  disclosure,
  number,
  '《' || translate(title, '《》', '〈〉') || '》（' || number || '）' as citation,
  0::bigint as amount
from live_document
