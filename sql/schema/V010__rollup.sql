-- The roll-up: every delivery has its own, and a year merges those of its live deliveries.

create table delivery_rollup (
  delivery_id bigint primary key references delivery,
  edition bigint not null generated always as identity,
  version text collate "C" not null,
  made_at timestamptz not null
);
comment on column delivery_rollup.edition is 'another number each time it is made';
comment on column delivery_rollup.version is 'digest of the definitions it was made with';

-- A cell is a measure as a whole or one part of its breakdown: a township, a source, a month.
-- Cells can be added. amount: fen, a count, or an area with its decimals, all exact; lines: how many
-- lines it was made from.
create table rollup_cell (
  delivery_id bigint not null references delivery_rollup on delete cascade,
  measure text collate "C" not null,
  year smallint not null,
  dimension text collate "C" not null check (dimension in ('all', 'township', 'source', 'month')),
  part text collate "C" not null,
  amount numeric not null,
  lines bigint not null,
  primary key (delivery_id, measure, dimension, part)
);
create index rollup_cell_measure on rollup_cell (measure, year, dimension);

-- Things that are counted once (households, people, villages …). They have numbers, so that a set of them is small.
create table counted_key (
  code integer generated always as identity,
  domain text collate "C" not null,
  key text collate "C" not null,
  primary key (domain, key)
);

-- Exact sets of these numbers, as Roaring bitmaps in their portable form. Sets of deliveries and years are
-- united without reading a record again.
create table rollup_set (
  delivery_id bigint not null references delivery_rollup on delete cascade,
  measure text collate "C" not null,
  year smallint not null,
  dimension text collate "C" not null check (dimension in ('all', 'township', 'source', 'month')),
  part text collate "C" not null,
  codes bytea not null,
  lines bigint not null,
  primary key (delivery_id, measure, dimension, part)
);
create index rollup_set_measure on rollup_set (measure, year, dimension);

-- The members of lists, with their labels and the sum of each.
-- counted: the member is on the list. The whole amount of a member decides its place in the order.
create table rollup_member (
  delivery_id bigint not null references delivery_rollup on delete cascade,
  measure text collate "C" not null,
  year smallint not null,
  township text collate "C" not null,
  source text collate "C" not null,
  month smallint not null,
  member text collate "C" not null,
  label text not null,
  amount bigint not null,
  counted boolean not null default true,
  primary key (delivery_id, measure, year, township, source, month, member)
);
create index rollup_member_measure on rollup_member (measure, year);

-- The lines of undone_line at the time when the roll-up of their delivery was made. When the two differ, the
-- roll-up is made again.
create table uncounted_line (
  delivery_id bigint not null references delivery_rollup on delete cascade,
  line integer not null,
  primary key (delivery_id, line)
);

-- The figures of the last run.
create table figure (
  year smallint not null,
  id text collate "C" not null,
  value text,
  text text,
  problem text,
  adds text collate "C",
  made_at timestamptz not null,
  primary key (year, id)
);
comment on column figure.value is 'exact: fen, a count, or a fraction; null where there is none';
comment on column figure.adds is 'the figure of a year that this one adds up over the years; null where it does not';
