-- registers: [insurance_claim]
-- about: every insurance claim paid; amounts in fen
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  date_part('month', paid_on)::smallint as month,
  household_no as household,
  amount
from live_insurance_claim
