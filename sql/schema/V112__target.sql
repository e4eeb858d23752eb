-- Targets of the year (年度任务台账); columns as in jobs/registers/target.yaml, amounts in fen.
create table target (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  item text collate "C" not null,
  document_number text collate "C",
  amount bigint not null,
  primary key (delivery_id, line)
);
create index target_key on target (item);
call add_register('target');
