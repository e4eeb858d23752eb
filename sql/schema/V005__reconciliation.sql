-- The year's records held against the treasury's ledger, and the people's work on what differs.

-- The sum of fen as bigint: the built-in one gives numeric, which takes twice as long where groups are many.
create aggregate sum_fen(bigint) (
  sfunc = int8pl,
  stype = bigint,
  initcond = '0',
  combinefunc = int8pl,
  parallel = safe
);

-- One thing on which the two disagree. kind and key tell which one it is from run to run; evidence is a
-- digest of its lines and amounts: where it has changed, what was decided no longer holds.
-- status: open, resolved (somebody said why), approved (somebody else agreed), gone (no longer found).
create table discrepancy (
  id bigint generated always as identity primary key,
  year smallint not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  evidence text collate "C" not null,
  severity text collate "C" not null check (severity in ('error', 'warning', 'info')),
  source text collate "C" not null default '',
  amount bigint not null,
  since date not null,
  found text not null,
  status text collate "C" not null default 'open'
    check (status in ('open', 'resolved', 'approved', 'gone')),
  resolved_as text collate "C" check (resolved_as in ('explained', 'corrected', 'waived')),
  why text,
  resolved_by text,
  resolved_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  unique (year, kind, key),
  check (approved_by <> resolved_by)
);
comment on column discrepancy.amount is 'fen by which the ledger exceeds the records';
comment on column discrepancy.since is 'date of its oldest line; its age is counted from there';
comment on column discrepancy.found is 'what differs, in Chinese';

-- side: 'record' or 'entry'.
create table discrepancy_line (
  discrepancy_id bigint not null references discrepancy on delete cascade,
  side text collate "C" not null check (side in ('record', 'entry')),
  register text collate "C" not null,
  delivery_id bigint not null,
  line integer not null,
  amount bigint not null,
  primary key (discrepancy_id, side, register, delivery_id, line)
);

-- Who did what, when. Nothing in it is ever changed: the database refuses.
create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  action text collate "C" not null,
  year smallint not null,
  discrepancy_id bigint,
  detail text not null
);

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_event_append_only
before update or delete or truncate on audit_event
for each statement execute function refuse_change();
