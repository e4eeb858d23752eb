-- Counts under article 20 (第二十条统计台账); columns as in jobs/registers/administrative_count.yaml, amounts in fen.
create table administrative_count (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  item text collate "C" not null,
  indicator text collate "C" not null,
  value bigint,
  amount bigint,
  primary key (delivery_id, line)
);
create index administrative_count_key on administrative_count (item, indicator);
call add_register('administrative_count');
