-- Documents (公文台账); columns as in jobs/registers/document.yaml, amounts in fen.
create table document (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  number text collate "C" not null,
  title text collate "C" not null,
  issued_on date not null,
  disclosure text collate "C" not null,
  primary key (delivery_id, line)
);
create index document_key on document (number);
call add_register('document');
