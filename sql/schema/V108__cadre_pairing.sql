-- Cadres paired with households (干部结对帮扶台账); columns as in jobs/registers/cadre_pairing.yaml, amounts in fen.
create table cadre_pairing (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  name text collate "C" not null,
  person_key bytea not null,
  unit text collate "C" not null,
  household_no text collate "C" not null,
  township text collate "C" not null,
  village text collate "C",
  paired_on date,
  primary key (delivery_id, line)
);
create index cadre_pairing_key on cadre_pairing (person_key, household_no);
create index cadre_pairing_household_no on cadre_pairing (household_no);
call add_register('cadre_pairing');
