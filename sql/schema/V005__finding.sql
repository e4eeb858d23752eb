-- What was found in deliveries, and what of it is still open.

-- source: intake (form, at import) or check (meaning, compared with other records).
-- severity open: the file was imported, but a part of it was left out or could not be proved.
-- line is null where the whole file is meant.
create table finding (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references delivery,
  line integer,
  source text collate "C" not null check (source in ('intake', 'check')),
  rule text collate "C" not null,
  severity text collate "C" not null check (severity in ('error', 'warning', 'info', 'open')),
  waiting boolean not null default false,
  field text collate "C",
  found text,
  expected text
);
create index finding_delivery on finding (delivery_id, line);
create index finding_waiting on finding (delivery_id, line) where waiting;
create index finding_open on finding (delivery_id) where severity = 'open';

-- How many lines have findings at all. Without it the planner expects a tenth of the findings, and looks up
-- item by item.
create statistics finding_lines (ndistinct) on delivery_id, line from finding;

-- Rejected lines that are no longer open: a later line replaces them, or a line of any time that was
-- accepted or withdrew them. What is wrong with that line is a finding of its own.
create view brought_again as
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

-- The kind of open thing that a finding makes: file (rejected as a whole), line (rejected), sheet and
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

-- What is open until somebody corrects it or sets it aside on the record.
-- subject: the sheet or the column that was left out.
create view open_thing as
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
