-- Patterns that auditors ask for. They are no discrepancies: they accuse nobody, and nobody has to decide.

create table risk_rule (
  year smallint not null,
  position smallint not null,
  rule text collate "C" not null,
  title_zh text not null,
  title_en text not null,
  basis text not null,
  missing text not null,
  items integer not null,
  primary key (year, position)
);
comment on table risk_rule is 'the rules of sql/risks, in their order, each with what it has found in the last reconciliation of the year';
comment on column risk_rule.missing is 'the columns without which it was not checked; empty where it was';

create table risk_line (
  year smallint not null,
  rule text collate "C" not null,
  key text collate "C" not null,
  found text not null,
  side text collate "C" not null check (side in ('record', 'entry', '')),
  register text collate "C" not null,
  delivery_id bigint not null,
  line integer not null,
  amount bigint not null
);
create index risk_line_year on risk_line (year, rule);
comment on table risk_line is 'the lines of each thing that deserves a look; side is empty where it is about no line';
