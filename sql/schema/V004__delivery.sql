-- Deliveries: files, or sheets of them. The key of a record is where it was found: (delivery, line).

-- status: received (known, not started), loading (some of its lines are imported), loaded (all are),
--   offered (a part of a whole that is not complete: read, but does not count), live (counts),
--   refused (cannot be read as a whole), superseded (by a corrected file),
--   held (all lines are imported, but its year is closed: counts only when the year is reopened).
create table delivery (
  id bigint generated always as identity primary key,
  register text collate "C",
  year smallint not null,
  name text collate "C" not null,
  original text collate "C" not null,
  marked boolean not null default false,
  office text collate "C" not null,
  sha256 text collate "C" not null,
  bytes bigint not null,
  charset text collate "C",
  status text collate "C" not null
    check (status in (
      'received', 'loading', 'loaded', 'offered', 'live', 'refused', 'superseded', 'held')),
  path text collate "C" not null,
  sheet smallint not null default 0,
  supersedes bigint references delivery,
  supplements bigint references delivery,
  named bigint references delivery,
  related boolean not null default false,
  titles text[] not null default '{}',
  fields text[] not null default '{}',
  units text[] not null default '{}',
  recheck boolean not null default false,
  recount boolean not null default false,
  reported boolean not null default false,
  received_at timestamptz not null,
  live_at timestamptz,
  archived_as text,
  lines_read integer not null default 0,
  lines_accepted integer not null default 0,
  lines_refused integer not null default 0,
  fen_read bigint not null default 0,
  fen_accepted bigint not null default 0,
  fen_refused bigint not null default 0,
  keys integer,
  lines_added integer,
  lines_gone integer,
  lines_changed integer,
  fen_added bigint,
  fen_gone bigint,
  fen_changed bigint
);
comment on column delivery.name is 'path of the file below the inbox, and the sheet where it has several';
comment on column delivery.original is 'the same without what marks a correction; a hint which delivery it supersedes';
comment on column delivery.marked is 'its name has a mark of a correction: 修正, 更正, -v2';
comment on column delivery.path is 'as a URI, which keeps names of any bytes';
comment on column delivery.sheet is 'index of the sheet in a workbook';
comment on column delivery.supplements is 'it brings only lines of that delivery that were refused; never a supplement itself';
comment on column delivery.named is 'what its title names: that delivery, or another supplement of it';
comment on column delivery.related is 'its keys have been compared with those of the deliveries before it';
comment on column delivery.titles is 'its header as delivered; fields and units: what each column was taken for';
comment on column delivery.recheck is 'what its lines refer to has changed: check them again tonight';
comment on column delivery.recount is 'single lines of it were judged again, and are not counted anew yet';
comment on column delivery.keys is 'different keys of its lines, rejected ones included; null until they are counted';
comment on column delivery.lines_added is 'keys that the delivery it supersedes does not have; lines_gone: keys that only that one has; lines_changed: keys of both whose lines differ; fen_added, fen_gone, fen_changed: their amounts';

-- The same file may be imported again, to undo a correction: a new delivery with the same digest.
create index delivery_sha256 on delivery (sha256, year, sheet);
create index delivery_status on delivery (status);
-- A run that completes also reports what earlier runs rejected, if they were killed before they reported it.
create index delivery_unreported on delivery (id) where not reported;

-- Lines rejected at import, as delivered; ID numbers and names are masked.
create table reject (
  delivery_id bigint not null references delivery,
  line integer not null,
  fen bigint not null,
  cells text[] not null,
  primary key (delivery_id, line)
);

-- Which rejected line of the supplemented delivery a line replaces. A line counts for the delivery in which
-- it was found first, however often it is corrected: original is the line there.
-- withdrawn: the office takes the rejected line back. It is no record, and nothing replaces it.
create table supplement_line (
  delivery_id bigint not null references delivery,
  line integer not null,
  original integer not null,
  withdrawn boolean not null default false,
  primary key (delivery_id, line)
);

-- What replaces a line: the lines of its supplements, and for the line of a supplement also the lines of
-- other supplements that replace the same one. Deliveries of any status.
create view stand_in as
select n.supplements as delivery_id, s.original as line, n.id as by_delivery, s.line as by_line,
  s.withdrawn, n.status
from supplement_line s
join delivery n on n.id = s.delivery_id
where n.supplements is not null
union all
select own.delivery_id, own.line, n.id, s.line, s.withdrawn, n.status
from supplement_line own
join delivery o on o.id = own.delivery_id
join delivery n on n.supplements = o.supplements and n.id <> o.id
join supplement_line s on s.delivery_id = n.id and s.original = own.original;

-- Single lines of live deliveries that were waiting; the checks of tonight judge them again.
-- verdict: what the line was when the night began.
create table recheck_line (
  delivery_id bigint not null,
  line integer not null,
  verdict "char",
  primary key (delivery_id, line)
);

-- Files that are named as the whole of a register for a year, such as the treasury's ledger, count all or none.
create table named_file (
  register text collate "C" not null,
  year smallint not null,
  sha256 text collate "C" not null,
  name text collate "C" not null,
  primary key (register, year, sha256)
);
comment on table named_file is 'the files last named as the whole of a register for a year, until all of them count';
comment on column named_file.name is 'as a delivery is called, without names of people';

-- The deliveries of the named files, and their supplements.
create view named_delivery as
select d.id, d.register, d.year, d.status
from delivery d
left join delivery s on s.id = d.supplements
join named_file n
  on n.register = d.register
  and n.year = d.year
  and n.sha256 = coalesce(s.sha256, d.sha256);
