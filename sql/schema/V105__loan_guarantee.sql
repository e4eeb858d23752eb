-- Loan guarantees (产业贷款担保台账); columns as in jobs/registers/loan_guarantee.yaml, amounts in fen.
create table loan_guarantee (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  contract_no text collate "C" not null,
  township text collate "C" not null,
  village text collate "C",
  household_no text collate "C" not null,
  name text collate "C" not null,
  person_key bytea not null,
  guarantor text collate "C" not null,
  issued_on date not null,
  due_on date,
  amount bigint not null,
  primary key (delivery_id, line)
);
create index loan_guarantee_key on loan_guarantee (contract_no);
call add_register('loan_guarantee');
