-- Sums are exact whatever is added up: fen and counts are whole numbers, areas have decimals.
alter table rollup_cell alter column amount type numeric;

-- The county whose books these are: the names by which its definitions call it. The first night records
-- one; only a person changes it. The last row holds.
create table county (
  id integer generated always as identity primary key,
  names text[] not null check (cardinality(names) > 0),
  recorded_at timestamptz not null,
  recorded_by text check (recorded_by <> '')
);
comment on column county.recorded_by is 'who adopted other definitions; null for the first night';

create trigger county_append_only
before update or delete or truncate on county
for each statement execute function refuse_change();

-- Loaded from jobs/villages.yaml at the start of every run; empty where a county lists none.
create table village (
  township text collate "C" not null,
  name text collate "C" not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (township, name, from_year)
);
