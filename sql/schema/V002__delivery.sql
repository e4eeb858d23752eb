-- Deliveries and what was found in them. A record's key is where it came from: (delivery, line).

-- status: received (known, not begun), loading (some of its lines are in), loaded (all are in),
--   live (counts), refused (cannot be read as a whole), superseded (by a corrected file),
--   held (all lines are in, but its year is closed: counts only once that is reopened).
create table delivery (
  id bigint generated always as identity primary key,
  register text collate "C",
  year smallint not null,
  name text collate "C" not null,
  office text collate "C" not null,
  sha256 text collate "C" not null,
  bytes bigint not null,
  charset text collate "C",
  status text collate "C" not null
    check (status in (
      'received', 'loading', 'loaded', 'live', 'refused', 'superseded', 'held')),
  path text collate "C" not null,
  sheet smallint not null default 0,
  supersedes bigint references delivery,
  supplements bigint references delivery,
  titles text[] not null default '{}',
  fields text[] not null default '{}',
  units text[] not null default '{}',
  recheck boolean not null default false,
  received_at timestamptz not null,
  live_at timestamptz,
  archived_as text,
  lines_read integer not null default 0,
  lines_accepted integer not null default 0,
  lines_refused integer not null default 0,
  fen_read bigint not null default 0,
  fen_accepted bigint not null default 0,
  fen_refused bigint not null default 0
);
comment on column delivery.name is 'path of the file below the inbox, and the sheet where it has several; a later one of the same name supersedes';
comment on column delivery.sheet is 'index of the sheet in a workbook';
comment on column delivery.supplements is 'it brings only lines of that delivery that were refused';
comment on column delivery.titles is 'its header as delivered; fields and units: what each column was taken for';
comment on column delivery.recheck is 'what its lines refer to has changed: check them again tonight';

-- the same file twice is the same delivery
create unique index delivery_sha256 on delivery (sha256, year, sheet);
create index delivery_status on delivery (status);

-- Lines refused at the door, as delivered; ID numbers masked, names too.
create table reject (
  delivery_id bigint not null references delivery,
  line integer not null,
  fen bigint not null,
  cells text[] not null,
  primary key (delivery_id, line)
);

-- Which refused line of the delivery that it supplements a line stands for.
create table supplement_line (
  delivery_id bigint not null references delivery,
  line integer not null,
  original integer not null,
  primary key (delivery_id, line)
);

-- Refused lines that a supplement has brought again; whatever is wrong with them now is said there.
create view brought_again as
select n.supplements as delivery_id, s.original as line, n.id as by_delivery, s.line as by_line
from supplement_line s
join delivery n on n.id = s.delivery_id
where n.status = 'live';

-- source: 'intake' (shape, at the door) or 'check' (meaning, beside other records).
-- line is null where the whole file is meant.
create table finding (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references delivery,
  line integer,
  source text collate "C" not null check (source in ('intake', 'check')),
  rule text collate "C" not null,
  severity text collate "C" not null check (severity in ('error', 'warning', 'info')),
  waiting boolean not null default false,
  field text collate "C",
  found text,
  expected text
);
create index finding_delivery on finding (delivery_id, line);
create index finding_waiting on finding (delivery_id, line) where waiting;

-- Single lines of live deliveries that tonight's checks judge again: those that were waiting.
create table recheck_line (
  delivery_id bigint not null,
  line integer not null,
  primary key (delivery_id, line)
);

-- Digests of some columns of a delivery's lines, by which lines that agree in them are found: eight
-- bytes a line instead of an index that is written with each. part: so many times 1,048,576 lines;
-- digests: eight bytes a line, 0 where one of the columns has no value; lines: four bytes each.
create table line_digest (
  delivery_id bigint not null references delivery,
  columns text collate "C" not null,
  part integer not null,
  digests bytea not null,
  lines bytea not null,
  primary key (delivery_id, columns, part)
);
-- digests do not shrink
alter table line_digest alter lines set storage external, alter digests set storage external;

-- Loaded from jobs/codes and jobs/parameters at the start of every run.
create table code (
  list text collate "C" not null,
  code text collate "C" not null,
  title text not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (list, code, from_year)
);

create table parameter (
  name text collate "C" not null,
  value numeric not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (name, from_year)
);
