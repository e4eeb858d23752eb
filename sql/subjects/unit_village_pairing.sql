-- registers: [unit_village_pairing]
-- about: every pairing of a unit with a village
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  0::smallint as month,
  credit_code as unit,
  township || ' ' || village as village,
  0::bigint as amount
from live_unit_village_pairing
