-- Project payments (项目资金支付台账); columns as in jobs/registers/payment.yaml, amounts in fen.
create table payment (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  voucher text collate "C" not null,
  project_code text collate "C" not null,
  paid_on date not null,
  payee text collate "C" not null,
  payee_code text collate "C",
  source text collate "C" not null,
  function_code text collate "C",
  document_number text collate "C",
  amount bigint not null,
  note text collate "C",
  primary key (delivery_id, line)
);
create index payment_key on payment (voucher);
create index payment_project_code on payment (project_code);
call add_register('payment');
