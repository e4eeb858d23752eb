-- Households on the roll (建档立卡户花名册); columns as in jobs/registers/household.yaml, amounts in fen.
create table household (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  household_no text collate "C" not null,
  name text collate "C" not null,
  person_key bytea not null,
  township text collate "C" not null,
  village text collate "C" not null,
  persons bigint not null,
  status text collate "C" not null,
  listed_on date,
  primary key (delivery_id, line)
);
create index household_key on household (household_no);
call add_register('household');
