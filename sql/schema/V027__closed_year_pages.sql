-- What runs of a closed year leave for people to read.

-- What a run says to people besides its result: why a year was not closed, what does not agree with a snapshot.
-- There is no foreign key, so that runs of Spring Batch can be deleted without this table.
create table run_note (
  run bigint not null,
  place integer not null,
  kind text collate "C" not null check (kind <> ''),
  arguments text[] not null,
  primary key (run, place)
);
comment on table run_note is 'sentences of the bundle close, by their keys';
comment on column run_note.run is 'the job execution';

-- What would change in a closed year if late deliveries counted, as it was computed last.
create table restatement (
  year smallint primary key,
  close_id bigint not null references year_close,
  made_at timestamptz not null,
  definitions_changed boolean not null
);
comment on column restatement.definitions_changed is 'whether a reopened year would be counted with other definitions';

create table restatement_late (
  year smallint not null references restatement on delete cascade,
  delivery_id bigint not null references delivery,
  lines_read bigint not null,
  lines_accepted bigint not null,
  lines_refused bigint not null,
  fen_accepted bigint not null,
  primary key (year, delivery_id)
);
comment on table restatement_late is 'the late deliveries that were counted for it';

create table restatement_figure (
  year smallint not null references restatement on delete cascade,
  place smallint not null,
  figure text collate "C" not null,
  old_value text not null,
  new_value text not null,
  old_text text not null,
  new_text text not null,
  difference numeric,
  parts text[] not null,
  lines bigint not null,
  primary key (year, place),
  unique (year, figure)
);
comment on column restatement_figure.difference is 'in fen or as a count; null unless both values are numbers';
comment on column restatement_figure.parts is 'the measured figures whose lines change it';

create table restatement_line (
  year smallint not null references restatement on delete cascade,
  part text collate "C" not null,
  place bigint not null,
  comes boolean not null,
  delivery_id bigint not null,
  line integer not null,
  amount numeric not null,
  primary key (year, part, place)
);
comment on column restatement_line.comes is 'whether the line would count now, or no longer';
comment on column restatement_line.amount is 'what it adds to the figure: fen, a count, or a decimal number';
