-- registers: [village_posting]
-- about: every posting of a cadre to a village
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  0::smallint as month,
  encode(person_key, 'hex') as cadre,
  township || ' ' || village as village,
  0::bigint as amount
from live_village_posting
