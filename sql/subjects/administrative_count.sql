-- registers: [administrative_count]
-- values: {item: article20_item, indicator: article20_indicator}
-- about: the counts of article 20; fees and purchases in fen
select
  delivery_id,
  line,
  year,
  '' as township,
  '' as source,
  0::smallint as month,
  item,
  indicator,
  coalesce(value, 0) as value,
  coalesce(amount, 0) as amount
from live_administrative_count
