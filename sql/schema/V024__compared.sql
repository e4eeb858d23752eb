-- Once entries and records are matched, what both sides say is compared.

-- look: somebody should look at it; it accuses nobody and is no obstacle to closing.
alter table discrepancy
  drop constraint discrepancy_severity_check,
  add constraint discrepancy_severity_check check (severity in ('error', 'warning', 'info', 'look')),
  add column differs text collate "C" not null default '';
comment on column discrepancy.differs is 'which columns differ between the two sides, separated by blanks';

-- The words for a code: its title and its aliases.
create table code_word (
  list text collate "C" not null,
  word text collate "C" not null,
  code text collate "C" not null,
  from_year smallint not null,
  to_year smallint not null
);
create index code_word_list on code_word (list);

-- What the records of a batch say that an entry says too; where they do not all say the same, both ends.
alter table matched_batch
  add column first_on date,
  add column last_on date,
  add column payee_name text collate "C",
  add column last_payee_name text collate "C",
  add column project_code text collate "C",
  add column last_project_code text collate "C";
comment on column matched_batch.first_on is 'date of its earliest record; last_on: of its latest';
comment on column matched_batch.payee_name is 'the first of the names its records are paid to, as they are compared; last_payee_name: the last of them; the same for project_code. Empty where records have none';

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
