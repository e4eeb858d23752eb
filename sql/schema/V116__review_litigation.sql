-- Reviews and litigation (行政复议诉讼台账); columns as in jobs/registers/review_litigation.yaml, amounts in fen.
create table review_litigation (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  case_no text collate "C" not null,
  kind text collate "C" not null,
  filed_on date not null,
  outcome text collate "C" not null,
  primary key (delivery_id, line)
);
create index review_litigation_key on review_litigation (case_no);
call add_register('review_litigation');
