-- registers: [information_request]
-- values: {applicant: applicant_type, carried: [yes, no], result: [request_result, open]}
-- about: every information request handled in the year; fees in fen
select
  delivery_id,
  line,
  year,
  '' as township,
  '' as source,
  date_part('month', received_on)::smallint as month,
  applicant,
  case when carried then 'yes' else 'no' end as carried,
  coalesce(result, 'open') as result,
  coalesce(fee, 0) as amount
from live_information_request
