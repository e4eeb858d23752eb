-- about: the records by source and category, and those of them that were not matched
select a.source, a.category, a.records, a.record_fen,
  coalesce(u.records, 0)::integer as unmatched, coalesce(u.record_fen, 0)::bigint as unmatched_fen
from (
  select source, category, count(*)::integer as records, sum(amount)::bigint as record_fen
  from record
  group by source, category
) a
left join (
  select source, category, count(*) as records, sum(amount) as record_fen
  from record_left
  group by source, category
) u using (source, category)
