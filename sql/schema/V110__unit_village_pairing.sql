-- Units paired with villages (单位定点帮扶台账); columns as in jobs/registers/unit_village_pairing.yaml, amounts in fen.
create table unit_village_pairing (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  unit text collate "C" not null,
  credit_code text collate "C" not null,
  township text collate "C" not null,
  village text collate "C" not null,
  started_on date,
  primary key (delivery_id, line)
);
create index unit_village_pairing_key on unit_village_pairing (credit_code, township, village);
call add_register('unit_village_pairing');
