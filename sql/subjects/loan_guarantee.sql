-- registers: [loan_guarantee]
-- about: every guaranteed loan; amounts in fen
select
  delivery_id,
  line,
  year,
  township,
  '' as source,
  date_part('month', issued_on)::smallint as month,
  household_no as household,
  amount
from live_loan_guarantee
