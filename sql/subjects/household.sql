-- registers: [household]
-- values: {status: household_status}
-- about: every household on the roll of the year
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  0::smallint as month,
  household_no as household,
  status,
  0::bigint as amount
from live_household
