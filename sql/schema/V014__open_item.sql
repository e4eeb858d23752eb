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
  unique (delivery_id, kind, line, subject),
  check (num_nonnulls(set_aside_by, set_aside_at, why) in (0, 3)),
  check (num_nonnulls(approved_by, approved_at) in (0, 2)),
  check (approved_by is null or set_aside_by is not null),
  constraint open_item_approved_by_another check (not same_person(approved_by, set_aside_by))
);
comment on column open_item.line is '0 where the whole file, sheet or column is meant';
comment on column open_item.follows is 'the same column of an earlier delivery, whose decision holds here too';
-- Few things are set aside, and what is open is compared with them.
create index open_item_aside on open_item (delivery_id, kind, line, subject) where set_aside_at is not null;
create index open_item_subject on open_item (kind, subject) where kind = 'column';

create trigger open_item_kept
before delete or truncate on open_item
for each statement execute function refuse_change();
