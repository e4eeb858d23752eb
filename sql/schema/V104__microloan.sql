-- Microloans (扶贫小额信贷台账); columns as in jobs/registers/microloan.yaml, amounts in fen.
create table microloan (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  contract_no text collate "C" not null,
  township text collate "C" not null,
  village text collate "C",
  household_no text collate "C" not null,
  name text collate "C" not null,
  person_key bytea not null,
  bank text collate "C" not null,
  issued_on date not null,
  due_on date not null,
  principal bigint not null,
  rate numeric(9, 4) not null,
  guarantee text collate "C" not null,
  purpose text collate "C" not null,
  primary key (delivery_id, line)
);
create index microloan_key on microloan (contract_no);
create index microloan_household_no on microloan (household_no);
call add_register('microloan');
