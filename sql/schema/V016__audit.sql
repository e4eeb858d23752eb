-- The audit trail: who did what, and when. It is append-only, and it is a chain: the digest of an event covers the
-- event and the digest before it. The county's key, which makes the digests, is not in the database, so nobody can
-- add an event with the database alone.
create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  os_user text not null,
  action text collate "C" not null,
  year smallint not null,
  discrepancy_id bigint,
  detail text not null,
  digest bytea not null
);
comment on column audit_event.who is 'the name that was given with --by';
comment on column audit_event.os_user is 'the user of the operating system who ran the command';
comment on column audit_event.digest is 'HMAC-SHA-256 of the digest before it and of the event';

-- Decisions are compared with their last event.
create index audit_event_discrepancy on audit_event (discrepancy_id, id);

create trigger audit_event_append_only
before update or delete or truncate on audit_event
for each statement execute function refuse_change();
