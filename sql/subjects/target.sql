-- registers: target
-- values: item of target_item
-- about: the targets of the year; amounts in fen
select
  delivery_id,
  line,
  year,
  '' as township,
  '' as source,
  0::smallint as month,
  item,
  amount
from live_target
