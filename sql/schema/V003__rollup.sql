-- A delivery carries its own roll-up; a year is the merge of its live deliveries.

create table delivery_rollup (
  delivery_id bigint primary key references delivery,
  version text collate "C" not null,
  made_at timestamptz not null
);
comment on column delivery_rollup.version is 'digest of the definitions it was made with';

-- Additive cells: amounts in fen (or whole numbers), and how many lines made them.
create table rollup_cell (
  delivery_id bigint not null references delivery_rollup on delete cascade,
  measure text collate "C" not null,
  year smallint not null,
  township text collate "C" not null,
  source text collate "C" not null,
  month smallint not null,
  amount bigint not null,
  lines bigint not null,
  primary key (delivery_id, measure, year, township, source, month)
);
create index rollup_cell_measure on rollup_cell (measure, year);

-- Distinct things: each once a cell, so that deliveries and years merge exactly.
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
