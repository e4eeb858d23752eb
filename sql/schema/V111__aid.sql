-- Aid, donations and team funds (社会帮扶资金台账); columns as in jobs/registers/aid.yaml, amounts in fen.
create table aid (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  receipt_no text collate "C" not null,
  kind text collate "C" not null,
  donor text collate "C" not null,
  form text collate "C" not null,
  township text collate "C",
  village text collate "C",
  received_on date not null,
  amount bigint not null,
  primary key (delivery_id, line)
);
create index aid_key on aid (receipt_no);
call add_register('aid');
