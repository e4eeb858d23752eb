-- registers: [subsidy]
-- values: {kind: subsidy_kind}
-- about: every subsidy paid; amounts in fen
select
  delivery_id,
  line,
  year,
  township,
  source,
  date_part('month', paid_on)::smallint as month,
  kind,
  household_no as household,
  encode(person_key, 'hex') as person,
  term,
  amount
from live_subsidy
