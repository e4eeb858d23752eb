-- The audit trail is a chain: the digest of an event covers the event and the digest before it. It is made
-- under the county's key, which is not in the database: the database alone is not enough to add to it.
alter table audit_event
  add column os_user text not null,
  add column digest bytea not null;
comment on column audit_event.who is 'the name that was given with --by';
comment on column audit_event.os_user is 'the user of the operating system who ran the command';
comment on column audit_event.digest is 'HMAC-SHA-256 of the digest before it and of the event';

-- Decisions are held against their last event.
create index audit_event_discrepancy on audit_event (discrepancy_id, id);

-- What a close has frozen of the audit trail: all events up to this one.
alter table year_close add column audit_head bigint not null;
comment on column year_close.audit_head is 'the last event of the audit trail that its snapshot has; 0 where there was none';

create or replace function allow_reopening_only() returns trigger
language plpgsql as $$
begin
  if old.reopened_at is not null
    or new.reopened_at is null
    or (new.id, new.year, new.number, new.closed_at, new.closed_by, new.definitions_version,
        new.sha256, new.audit_head)
      is distinct from
      (old.id, old.year, old.number, old.closed_at, old.closed_by, old.definitions_version,
        old.sha256, old.audit_head)
  then
    raise exception 'year_close is append-only: a close can only be reopened, once'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
