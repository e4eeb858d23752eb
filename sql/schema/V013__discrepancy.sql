-- What differs between the year's records and the treasury's ledger, and what people decide about it.

-- kind and key say which discrepancy it is, from run to run. evidence: a digest of its lines and amounts;
-- when it changes, the decision no longer holds.
-- severity look: somebody should look at it; it accuses nobody and does not prevent closing.
-- status: open, resolved (somebody said why), approved (somebody else agreed), gone (no longer found).
create table discrepancy (
  id bigint generated always as identity primary key,
  year smallint not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  evidence text collate "C" not null,
  severity text collate "C" not null check (severity in ('error', 'warning', 'info', 'look')),
  source text collate "C" not null default '',
  amount bigint not null,
  since date not null,
  found text not null,
  differs text collate "C" not null default '',
  status text collate "C" not null default 'open'
    check (status in ('open', 'resolved', 'approved', 'gone')),
  resolved_as text collate "C" check (resolved_as in ('explained', 'corrected', 'waived')),
  why text,
  resolved_by text,
  resolved_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  unique (year, kind, key),
  constraint discrepancy_approved_by_another check (not same_person(approved_by, resolved_by)),
  constraint discrepancy_decided_in_order check (
    case status
      when 'open' then num_nonnulls(resolved_as, why, resolved_by, resolved_at) = 0
      when 'resolved' then num_nonnulls(resolved_as, why, resolved_by, resolved_at) = 4
      when 'approved' then
        num_nonnulls(resolved_as, why, resolved_by, resolved_at, approved_by, approved_at) = 6
      else true
    end
    and num_nonnulls(approved_by, approved_at) in (0, 2)
  )
);
comment on column discrepancy.amount is 'fen by which the ledger exceeds the records; where the two amounts agree or there is only one, the fen that are in question; a count where counts of statutory tables disagree';
comment on column discrepancy.since is 'date of its oldest line; its age is counted from there';
comment on column discrepancy.found is 'what differs, in Chinese';
comment on column discrepancy.differs is 'which columns differ between the two sides, separated by blanks';

-- The lines of a discrepancy. side: record or entry.
create table discrepancy_line (
  discrepancy_id bigint not null references discrepancy on delete cascade,
  side text collate "C" not null check (side in ('record', 'entry')),
  register text collate "C" not null,
  delivery_id bigint not null,
  line integer not null,
  amount bigint not null,
  primary key (discrepancy_id, side, register, delivery_id, line)
);
