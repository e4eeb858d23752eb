-- What changed the schema: which version of the program, when, and the backup from before it, which is the way back.
-- A row is written in the transaction of the migrations. A version of the schema is the number of its last migration.
create table schema_change (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  from_version integer check (from_version > 0),
  to_version integer not null check (to_version > 0),
  program text not null check (program <> ''),
  backup text check (backup <> '')
);
comment on table schema_change is 'append-only; databases from before this table have no row for what was earlier';
comment on column schema_change.from_version is 'number of the last migration before; null where there were no tables';
comment on column schema_change.to_version is 'number of the last migration since';
comment on column schema_change.program is 'the program that changed it';
comment on column schema_change.backup is 'the folder of the backup from before, or of the one that was restored; null where there was nothing to back up';

create trigger schema_change_append_only
before update or delete or truncate on schema_change
for each statement execute function refuse_change();
