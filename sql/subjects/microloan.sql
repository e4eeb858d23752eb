-- registers: [microloan]
-- about: every microloan issued; principal in fen
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  date_part('month', issued_on)::smallint as month,
  household_no as household,
  principal as amount
from live_microloan
