-- Disclosed items (主动公开信息台账); columns as in jobs/registers/disclosed_item.yaml, amounts in fen.
create table disclosed_item (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  item_no text collate "C" not null,
  title text collate "C" not null,
  category text collate "C" not null,
  channel text collate "C" not null,
  published_on date not null,
  primary key (delivery_id, line)
);
create index disclosed_item_key on disclosed_item (item_no);
call add_register('disclosed_item');
