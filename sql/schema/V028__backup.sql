-- The backups that were made, so that the program can say when the last good one was.
create table backup (
  id bigint generated always as identity primary key,
  taken_at timestamptz not null,
  folder text not null check (folder <> ''),
  bytes bigint not null check (bytes > 0),
  checked_at timestamptz not null,
  problems text[] not null
);
comment on column backup.taken_at is 'the moment of which it has the data';
comment on column backup.folder is 'where it was written';
comment on column backup.checked_at is 'when it was restored to a scratch database and verified';
comment on column backup.problems is 'what did not agree there; none in a good backup';
