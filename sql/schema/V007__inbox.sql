-- Everything that was in an inbox at the last scan. A file that has been there since is not imported again.
-- state: file (a delivery, or several), unfinished, changed (while it was read), unreadable, or the reason why it is no delivery.
create table inbox_entry (
  path text collate "C" primary key,
  inbox text collate "C" not null,
  shown text not null,
  state text collate "C" not null,
  sha256 text collate "C",
  since timestamptz not null,
  seen_at timestamptz not null,
  gone boolean not null default false,
  moved boolean not null default false
);
comment on column inbox_entry.path is 'as a URI, which keeps names of any bytes';
comment on column inbox_entry.since is 'when these bytes were first seen at this place';
comment on column inbox_entry.gone is 'it was there at an earlier look and is not any more';
comment on column inbox_entry.moved is 'it was imported and moved to the archive';
create index inbox_entry_inbox on inbox_entry (inbox);
