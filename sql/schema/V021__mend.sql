-- Corrections of rejected lines, as people write them in the console before they hand them in.

-- A supplement that the console handed in. Its file has the bytes with this digest.
create table mend_submission (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references delivery,
  account_id bigint not null references account,
  at timestamptz not null,
  file text not null unique check (file <> ''),
  sha256 text collate "C" not null,
  lines integer not null check (lines > 0),
  withdrawn integer not null check (withdrawn between 0 and lines)
);
comment on column mend_submission.file is 'path of the file below the inbox';
comment on column mend_submission.withdrawn is 'how many of its lines it withdraws';

-- What is written for a cell: one value, whoever wrote it last. ID numbers, accounts and names of people are
-- never kept here.
create table mend_draft (
  delivery_id bigint not null references delivery,
  line integer not null check (line > 0),
  cell smallint not null check (cell >= -1),
  text text check (length(text) <= 2000),
  account_id bigint not null references account,
  at timestamptz not null,
  submission_id bigint references mend_submission,
  primary key (delivery_id, line, cell)
);
comment on column mend_draft.cell is 'position of the column in the header as delivered, from 0; -1 where the line is withdrawn';
comment on column mend_draft.text is 'null where the value is personal: it is typed when the line is handed in, and kept nowhere';
comment on column mend_draft.submission_id is 'it has been handed in with that, and no run has read it yet';
create index mend_draft_submission on mend_draft (submission_id) where submission_id is not null;
