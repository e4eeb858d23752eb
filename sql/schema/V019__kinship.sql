-- Which earlier delivery a file corrects is decided by its keys, once its lines are in.
alter table delivery
  add marked boolean not null default false,
  add related boolean not null default false,
  add keys integer,
  add lines_added integer,
  add lines_gone integer,
  add lines_changed integer,
  add fen_added bigint,
  add fen_gone bigint,
  add fen_changed bigint;
comment on column delivery.marked is 'its name has a mark of a correction: 修正, 更正, -v2';
comment on column delivery.related is 'its keys have been compared with those of the deliveries before it';
comment on column delivery.keys is 'different keys of its lines, rejected ones included; null until they are counted';
comment on column delivery.lines_added is 'keys that the delivery it supersedes does not have; lines_gone: keys that only that one has; lines_changed: keys of both whose lines differ; fen_added, fen_gone, fen_changed: their amounts';
comment on column delivery.original is 'the same without what marks a correction; a hint which delivery it supersedes';

-- Decisions about files whose keys leave it open whether they correct an earlier one. They are kept
-- by the bytes of the file, so that they also hold when it is handed in again.
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

-- The shape of a delivery's keys. plain: of capital letters and signs of ASCII, with leading zeros at most in
-- a number at their end; padded: one has leading zeros; length: of all of them, null for several.
create table key_shape (
  delivery_id bigint primary key references delivery,
  plain boolean not null,
  padded boolean not null,
  length integer
);

-- The forms of a delivery's keys: digits as 9, zeros as they are. Keys that differ only in case, width or
-- leading zeros are looked for where two forms of a year allow for it. An empty form: too many to keep.
create table key_form (
  delivery_id bigint not null references delivery,
  form text collate "C" not null,
  primary key (delivery_id, form)
);
