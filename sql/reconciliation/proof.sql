-- about: the terms of the proof per source and, under '', in all. Both ends are summed from the lines
--   themselves, what is between them from the matches and from what the discrepancies have used up
with term as (
  select source, record_fen, 0 as record_only_fen, 0 as entry_only_fen, 0 as difference_fen,
    0 as entry_fen
  from reconciliation_category
  where year = (select year from this_year)
  union all
  select source, 0, 0, 0, 0, sum(amount)
  from entry
  group by source
  union all
  select source, 0,
    case when place = 'only' and side = 'record' then amount else 0 end,
    case when place = 'only' and side = 'entry' then amount else 0 end,
    case
      when place = 'only' then 0
      when side = 'entry' then amount
      else -amount
    end,
    0
  from used
  union all
  select source, 0, 0, 0, sum(amount), 0
  from matched_entry
  where year = (select year from this_year)
  group by source
  union all
  select source, 0, 0, 0, -sum(amount), 0
  from matched_record
  where year = (select year from this_year)
  group by source
  union all
  select source, 0, 0, 0, -sum(amount), 0
  from matched_batch
  where year = (select year from this_year)
  group by source
)
select coalesce(source, '') as source, coalesce(sum(record_fen), 0)::bigint as record_fen,
  coalesce(sum(record_only_fen), 0)::bigint as record_only_fen,
  coalesce(sum(entry_only_fen), 0)::bigint as entry_only_fen,
  coalesce(sum(difference_fen), 0)::bigint as difference_fen,
  coalesce(sum(entry_fen), 0)::bigint as entry_fen
from term
group by grouping sets ((source), ())
