-- registers: disclosed_item
-- values: category of disclosure_category, channel of disclosure_channel
-- about: every item published
select
  delivery_id,
  line,
  year,
  '' as township,
  '' as source,
  date_part('month', published_on)::smallint as month,
  category,
  channel,
  0::bigint as amount
from live_disclosed_item
