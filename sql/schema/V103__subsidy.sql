-- Subsidies (惠民补贴台账); columns as in jobs/registers/subsidy.yaml, amounts in fen.
create table subsidy (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  voucher text collate "C" not null,
  kind text collate "C" not null,
  paid_on date not null,
  township text collate "C" not null,
  village text collate "C",
  household_no text collate "C" not null,
  name text collate "C" not null,
  person_key bytea not null,
  term text collate "C",
  source text collate "C" not null,
  function_code text collate "C",
  document_number text collate "C",
  batch text collate "C",
  amount bigint not null,
  primary key (delivery_id, line)
);
call add_register('subsidy');
