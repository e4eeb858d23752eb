-- Insurance claims (保险理赔台账); columns as in jobs/registers/insurance_claim.yaml, amounts in fen.
create table insurance_claim (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  claim_no text collate "C" not null,
  township text collate "C" not null,
  village text collate "C",
  household_no text collate "C" not null,
  name text collate "C" not null,
  person_key bytea not null,
  insurer text collate "C" not null,
  cause text collate "C",
  paid_on date not null,
  amount bigint not null,
  primary key (delivery_id, line)
);
create index insurance_claim_key on insurance_claim (claim_no);
call add_register('insurance_claim');
