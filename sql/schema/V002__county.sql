-- The county and its people: whose books these are, and what the program knows of names.

-- A trigger for tables that are append-only.
create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

-- Whether two names mean one person, however they are written: full or half width, capital or small
-- letters, with or without blanks. The person who approves a decision must not be the one who made it.
create function same_person(text, text) returns boolean
language sql immutable strict
return lower(regexp_replace(normalize($1, nfkc), '\s', '', 'g'))
  = lower(regexp_replace(normalize($2, nfkc), '\s', '', 'g'));

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

-- A mark made with the key of the hashes. There is one row, so a run with another key is rejected.
create table hash_key (
  one boolean primary key default true check (one),
  mark text not null
);

-- Names of people that were found in names of files: a keyed hash of each, never the name itself. The same
-- name is hidden at once wherever it appears again.
create table hidden_name (
  key text collate "C" primary key
);
