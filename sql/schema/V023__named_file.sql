-- Files that are named as the whole of a register for a year, such as the treasury's ledger, count all or none.

-- The files that were named last, until they count.
create table named_file (
  register text collate "C" not null,
  year smallint not null,
  sha256 text collate "C" not null,
  name text collate "C" not null,
  primary key (register, year, sha256)
);
comment on table named_file is 'the files last named as the whole of a register for a year, until all of them count';
comment on column named_file.name is 'as a delivery is called, without names of people';

-- offered: named as a part of a whole and read, but does not count, as something of the whole is left out.
alter table delivery
  drop constraint delivery_status_check,
  add constraint delivery_status_check check (status in (
    'received', 'loading', 'loaded', 'offered', 'live', 'refused', 'superseded', 'held'));

-- The deliveries out of the named files, and what supplements them.
create view named_delivery as
select d.id, d.register, d.year, d.status
from delivery d
left join delivery s on s.id = d.supplements
join named_file n
  on n.register = d.register
  and n.year = d.year
  and n.sha256 = coalesce(s.sha256, d.sha256);

-- Of what is offered, supplements stand for lines as they do of what counts.
create or replace view brought_again as
select distinct b.delivery_id, b.line
from stand_in b
join finding f on f.delivery_id = b.delivery_id and f.line = b.line and f.severity = 'error'
where b.status in ('live', 'offered')
  and (
    b.by_delivery > b.delivery_id
    or b.withdrawn
    or not exists (
      select
      from finding w
      where w.delivery_id = b.by_delivery
        and w.line = b.by_line
        and w.severity = 'error'
    )
  );

create or replace view open_thing as
with lines as (
  select distinct f.delivery_id, f.line
  from finding f
  join delivery d on d.id = f.delivery_id
  where f.severity = 'error'
    and f.line is not null
    and d.status in ('live', 'held', 'offered')
)
select d.id as delivery_id, 'file' as kind, 0 as line, '' as subject
from delivery d
where d.status = 'refused'
union all
select l.delivery_id, 'line', l.line, ''
from lines l
left join brought_again b using (delivery_id, line)
where b.line is null
union all
select distinct
  f.delivery_id,
  open_kind(d.status, f.severity, f.rule),
  coalesce(f.line, 0),
  coalesce(f.found, '')
from finding f
join delivery d on d.id = f.delivery_id
where f.severity = 'open'
  and d.status in ('live', 'held', 'offered');
