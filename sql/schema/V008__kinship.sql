-- The keys of a delivery decide, once its lines are imported, which earlier delivery it corrects.

-- Decisions of people, where the keys leave it open whether a file corrects an earlier one. They belong to
-- the bytes of the file, so they also hold when the file is imported again.
create table accepted_kinship (
  sha256 text collate "C" not null,
  year smallint not null,
  sheet smallint not null,
  corrects bigint references delivery,
  accepted_by text not null,
  accepted_at timestamptz not null,
  why text not null,
  primary key (sha256, year, sheet)
);
comment on column accepted_kinship.corrects is 'the delivery that it corrects; null: it is a further delivery';

-- Lines that a rule rejects as probably the same as another, and that somebody has accepted.
create table accepted_line (
  delivery_id bigint not null references delivery,
  line integer not null,
  accepted_by text not null,
  accepted_at timestamptz not null,
  why text not null,
  primary key (delivery_id, line)
);

-- The shape of a delivery's keys.
-- plain: all have only capital letters and signs of ASCII, and leading zeros only in a number at their end;
-- padded: one has leading zeros; length: of all of them, null where they differ.
create table key_shape (
  delivery_id bigint primary key references delivery,
  plain boolean not null,
  padded boolean not null,
  length integer
);

-- The forms of a delivery's keys: every digit as 9, zeros as they are. Two forms of a year show whether
-- some keys may differ only in case, width or leading zeros. An empty form: there are too many to keep.
create table key_form (
  delivery_id bigint not null references delivery,
  form text collate "C" not null,
  primary key (delivery_id, form)
);
