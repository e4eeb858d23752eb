-- What is open until somebody corrects it or sets it aside on the record.

-- severity 'open': the file was imported, but a part of it was left out or could not be proved.
alter table finding
  drop constraint finding_severity_check,
  add constraint finding_severity_check check (severity in ('error', 'warning', 'info', 'open'));
update finding set severity = 'open' where rule = 'file-sheet-skipped';

create index finding_open on finding (delivery_id) where severity = 'open';

-- How many lines have findings at all: without it the planner expects a tenth, and looks up item by item.
create statistics finding_lines (ndistinct) on delivery_id, line from finding;

-- Which kind of open thing a finding makes: file (rejected as a whole), line (rejected), sheet and
-- column (left out), total (not checked), part (anything else that was left out); null for none.
create function open_kind(status text, severity text, rule text) returns text
language sql immutable
return case
  when status = 'refused' then 'file'
  when severity = 'error' then 'line'
  when severity <> 'open' then null
  when rule = 'file-sheet-skipped' then 'sheet'
  when rule = 'file-column-skipped' then 'column'
  when rule = 'file-total-unchecked' then 'total'
  else 'part'
end;

-- subject: the sheet or the column that was left out.
create view open_thing as
with lines as (
  select distinct f.delivery_id, f.line
  from finding f
  join delivery d on d.id = f.delivery_id
  where f.severity = 'error'
    and f.line is not null
    and d.status in ('live', 'held')
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
  and d.status in ('live', 'held');

-- Numbers are those of discrepancies too, so that ./sunlit approve NUMBER means one thing.
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
create index open_item_subject on open_item (kind, subject) where kind = 'column';

create trigger open_item_kept
before delete or truncate on open_item
for each statement execute function refuse_change();

-- What lay in an inbox at the last look, whatever it is.
-- state: file (a delivery, or several), unfinished, changed (while it was read), unreadable, or why it is no delivery.
drop table inbox_file;
create table inbox_entry (
  path text collate "C" primary key,
  inbox text collate "C" not null,
  shown text not null,
  state text collate "C" not null,
  sha256 text collate "C",
  since timestamptz not null,
  seen_at timestamptz not null,
  gone boolean not null default false,
  moved boolean not null default false
);
create index inbox_entry_inbox on inbox_entry (inbox);
comment on column inbox_entry.path is 'as a URI, which keeps names of any bytes';
comment on column inbox_entry.since is 'when these bytes were first seen at this place';
comment on column inbox_entry.gone is 'it was there at an earlier look and is not any more';
comment on column inbox_entry.moved is 'it was imported and moved to the archive';

-- A run that completes reports what runs before it rejected and were killed before they could say so.
alter table delivery add reported boolean not null default false;
update delivery set reported = true where status in ('live', 'refused', 'superseded', 'held');
comment on column delivery.path is 'as a URI, which keeps names of any bytes';
create index delivery_unreported on delivery (id) where not reported;
