-- registers: aid
-- about: aid received, in cash or worth in money; amounts in fen
select
  delivery_id,
  line,
  year,
  coalesce(township, '') as township,
  'society' as source,
  extract(month from received_on)::smallint as month,
  kind,
  amount
from live_aid
