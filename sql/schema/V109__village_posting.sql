-- Cadres posted to villages (驻村工作队台账); columns as in jobs/registers/village_posting.yaml, amounts in fen.
create table village_posting (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  name text collate "C" not null,
  person_key bytea not null,
  unit text collate "C" not null,
  township text collate "C" not null,
  village text collate "C" not null,
  role text collate "C",
  started_on date not null,
  ended_on date,
  primary key (delivery_id, line)
);
create index village_posting_key on village_posting (person_key, township, village);
call add_register('village_posting');
