-- registers: review_litigation
-- values: kind of case_kind, outcome of case_outcome
-- about: every administrative review and lawsuit
select
  delivery_id,
  line,
  year,
  '' as township,
  '' as source,
  date_part('month', filed_on)::smallint as month,
  kind,
  outcome,
  0::bigint as amount
from live_review_litigation
