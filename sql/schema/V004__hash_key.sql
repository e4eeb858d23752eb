-- A mark made with the key of the hashes: one row, so that a run with another key is refused.
create table hash_key (
  one boolean primary key default true check (one),
  mark text not null
);
