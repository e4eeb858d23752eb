-- What the reconciliation has matched. A match is one entry with one record, one entry with a batch of
-- records, or several entries with one record; match is its number within the year.
-- There are no foreign keys, and no keys of the two largest tables: to check them takes longer than to write
-- the rows. The rows of a year are written and deleted in one place, which matches nothing twice.

create table matched_entry (
  year smallint not null,
  delivery_id bigint not null,
  line integer not null,
  match integer not null,
  strategy text collate "C" not null,
  source text collate "C" not null,
  function_code text collate "C" not null,
  amount bigint not null
);
comment on table matched_entry is 'the ledger''s side of each match, a row an entry';
comment on column matched_entry.strategy is 'the name of the file in sql/matching';
-- queries ask for a year, whose rows are stored together
create index matched_entry_year on matched_entry using brin (year);

create table matched_record (
  year smallint not null,
  register text collate "C" not null,
  delivery_id bigint not null,
  line integer not null,
  match integer not null,
  source text collate "C" not null,
  amount bigint not null,
  function_code text collate "C" not null,
  primary key (year, register, delivery_id, line)
);
comment on table matched_record is 'the records'' side of the matches that were made line by line';

-- What the records of a batch and the entry can be compared in: where the records differ, the first and the
-- last value.
create table matched_batch (
  year smallint not null,
  register text collate "C" not null,
  batch text collate "C" not null,
  source text collate "C" not null,
  function_code text collate "C" not null,
  document_number text collate "C" not null,
  match integer not null,
  records integer not null,
  amount bigint not null,
  first_on date,
  last_on date,
  payee_name text collate "C",
  last_payee_name text collate "C",
  project_code text collate "C",
  last_project_code text collate "C"
);
comment on table matched_batch is 'the records'' side of the matches of whole batches: the year''s records of the register with this batch, source, function code and document number (empty where a record has none) that are not in matched_record';
comment on column matched_batch.records is 'how many records it is; amount: their sum';
comment on column matched_batch.first_on is 'date of its earliest record; last_on: of its latest';
comment on column matched_batch.payee_name is 'the first of the names its records are paid to, as they are compared; last_payee_name: the last of them; the same for project_code. Empty where records have none';
create index matched_batch_year on matched_batch using brin (year);

-- What a match shows although it is no discrepancy.
create table match_remark (
  year smallint not null,
  match integer not null,
  remark text collate "C" not null check (remark in ('date', 'voucher')),
  delivery_id bigint not null,
  line integer not null,
  amount bigint not null,
  days integer not null default 0,
  found text not null
);
create index match_remark_year on match_remark using brin (year);
comment on table match_remark is 'for information: entries whose date differs from their record''s within date_window_days, or that were matched under another voucher';
comment on column match_remark.amount is 'fen of the entry';
comment on column match_remark.days is 'days between the two dates; 0 where it is about the voucher';
comment on column match_remark.found is 'what differs, in Chinese';
