-- Entries of the treasury's ledger (国库支付台账); columns as in jobs/registers/treasury_entry.yaml,
-- amounts in fen. Two entries may say the same: that is for the reconciliation to find.
create table treasury_entry (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  voucher text collate "C" not null,
  paid_on date not null,
  payee text collate "C" not null,
  note text collate "C",
  function_code text collate "C",
  document_number text collate "C",
  source text collate "C" not null,
  batch text collate "C",
  project_code text collate "C",
  amount bigint not null,
  primary key (delivery_id, line)
);
call add_register('treasury_entry');
