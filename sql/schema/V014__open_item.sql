-- Open things of deliveries that somebody has set aside, and who approved it.

-- Numbers are those of discrepancies too, so a number names one thing in ./sunlit approve NUMBER.
create table open_item (
  id bigint primary key default nextval('discrepancy_id_seq'),
  delivery_id bigint not null references delivery,
  kind text collate "C" not null
    check (kind in ('file', 'line', 'sheet', 'column', 'total', 'part')),
  line integer not null,
  subject text not null,
  found_at timestamptz not null,
  set_aside_by text,
  set_aside_at timestamptz,
  why text,
  follows bigint references open_item,
  approved_by text,
  approved_at timestamptz,
  gone boolean not null default false,
  unique (delivery_id, kind, line, subject),
  check (num_nonnulls(set_aside_by, set_aside_at, why) in (0, 3)),
  check (num_nonnulls(approved_by, approved_at) in (0, 2)),
  check (approved_by is null or set_aside_by is not null),
  constraint open_item_approved_by_another check (not same_person(approved_by, set_aside_by))
);
comment on column open_item.line is '0 where the whole file, sheet or column is meant';
comment on column open_item.gone is 'open no more when the last run had settled the books; each run and each close looks anew';
comment on column open_item.follows is 'the same column of an earlier delivery, whose decision holds here too';
create index open_item_undecided on open_item (delivery_id, kind, subject, line, id)
where set_aside_at is null
  and not gone;
create index open_item_aside on open_item (id) where set_aside_at is not null;
create index open_item_subject on open_item (kind, subject) where kind = 'column';

create trigger open_item_kept
before delete or truncate on open_item
for each statement execute function refuse_change();

-- What is open, as the last run has left it, and files that the run under way has rejected: cheap enough for every
-- page. open_thing works the same out of what was found.
create view open_now as
select id, delivery_id, kind, line, subject, set_aside_by, set_aside_at, why, approved_by, approved_at
from open_item
where not gone
union all
select null, d.id, 'file', 0, '', null, null, null, null, null
from delivery d
where d.status = 'refused'
  and not exists (
    select
    from open_item i
    where i.delivery_id = d.id
      and i.kind = 'file'
  );
