-- registers: [aid]
-- values: {kind: aid_kind}
-- about: aid received, in cash or worth in money; amounts in fen
select
  delivery_id,
  line,
  year,
  coalesce(township, '') as township,
  'society' as source,
  date_part('month', received_on)::smallint as month,
  kind,
  amount
from live_aid
