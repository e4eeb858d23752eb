-- Reversals: negative amounts, each of which takes back a part of an earlier entry, or all of it.

-- Which entry an accepted reversal takes back; both are lines of one register.
-- fen: the amount that is taken back; of_fen: the amount of the entry.
create table reversal (
  delivery_id bigint not null references delivery,
  line integer not null,
  of_delivery bigint not null references delivery,
  of_line integer not null,
  fen bigint not null check (fen > 0),
  of_fen bigint not null check (of_fen >= fen),
  primary key (delivery_id, line)
);
create index reversal_of on reversal (of_delivery, of_line);

-- For the checks of a night: the reversals that its lines are compared with, its own included.
create view standing_reversal as
select r.*, d.year
from reversal r
join delivery d on d.id = r.delivery_id
where d.status in ('live', 'loaded')
  and not exists (
    select
    from delivery n
    where n.supersedes in (d.id, d.supplements)
      and n.status = 'loaded'
  );

-- For the checks of a night: the entries that are taken back, and how much of each.
create view reversed_entry as
select of_delivery as delivery_id, of_line as line, sum(fen)::bigint as fen,
  sum(fen) >= min(of_fen) as whole
from standing_reversal
group by of_delivery, of_line;

-- Lines that count for nothing where lines or distinct things are counted: every reversal, and every
-- entry that reversals of its own year take back as a whole. Sums have all lines.
create view undone_line as
select r.delivery_id, r.line
from reversal r
join delivery d on d.id = r.delivery_id
where d.status = 'live'
union all
select r.of_delivery, r.of_line
from reversal r
join delivery d on d.id = r.delivery_id
join delivery o on o.id = r.of_delivery
where d.status = 'live'
  and o.status = 'live'
  and d.year = o.year
group by r.of_delivery, r.of_line
having sum(r.fen) >= min(r.of_fen);
