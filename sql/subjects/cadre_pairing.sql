-- registers: [cadre_pairing]
-- about: every pairing of a cadre with a household
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  0::smallint as month,
  encode(person_key, 'hex') as cadre,
  household_no as household,
  0::bigint as amount
from live_cadre_pairing
