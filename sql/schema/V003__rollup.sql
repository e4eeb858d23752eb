-- A delivery carries its own roll-up; a year is the merge of its live deliveries.

create table delivery_rollup (
  delivery_id bigint primary key references delivery,
  version text collate "C" not null,
  made_at timestamptz not null
);
comment on column delivery_rollup.version is 'digest of the definitions it was made with';

-- A cell is a measure as a whole or one part of its breakdown: a township, a source, a month.
-- Additive cells: amounts in fen (or whole numbers), and how many lines made them.
create table rollup_cell (
  delivery_id bigint not null references delivery_rollup on delete cascade,
  measure text collate "C" not null,
  year smallint not null,
  dimension text collate "C" not null check (dimension in ('all', 'township', 'source', 'month')),
  part text collate "C" not null,
  amount bigint not null,
  lines bigint not null,
  primary key (delivery_id, measure, dimension, part)
);
create index rollup_cell_measure on rollup_cell (measure, year, dimension);

-- Things that are counted once (households, people, villages …), numbered so that a set of them is small.
create table counted_key (
  code integer generated always as identity,
  domain text collate "C" not null,
  key text collate "C" not null,
  primary key (domain, key)
);

-- Exact sets of codes, as Roaring bitmaps in their portable form: deliveries and years unite without
-- looking at a single record again.
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

-- The members of lists, with their labels and what was summed under each.
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
  primary key (delivery_id, measure, year, township, source, month, member)
);
create index rollup_member_measure on rollup_member (measure, year);

-- The figures as of the last run.
create table figure (
  year smallint not null,
  id text collate "C" not null,
  value text,
  text text,
  problem text,
  made_at timestamptz not null,
  primary key (year, id)
);
comment on column figure.value is 'exact: fen, a count, or a fraction; null where there is none';
