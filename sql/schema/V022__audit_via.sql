-- Through what an event of the audit trail came about. Events from before this have neither value, and their digests
-- stay as they are.
alter table audit_event
  add column via text check (via in ('cli', 'console')),
  add column login text,
  add constraint audit_event_login check (login is null or via = 'console');
comment on column audit_event.via is 'the command line or the console; null for events that are older than this column';
comment on column audit_event.login is 'the account that was signed in to the console';
comment on column audit_event.who is 'the name that was given with --by, or that of the account';
comment on column audit_event.os_user is 'the user of the operating system who ran the command or the console';
