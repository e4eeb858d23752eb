-- The result of a year's reconciliation, and the proof that it adds up. Every run writes the rows of its year
-- again, in one transaction. Records are accepted lines of live deliveries of payment and subsidy, entries
-- are those of treasury_entry. Amounts are fen.

-- The sum of fen as bigint. The built-in sum gives numeric, which takes twice as long for many groups.
create aggregate sum_fen(bigint) (
  sfunc = int8pl,
  stype = bigint,
  initcond = '0',
  combinefunc = int8pl,
  parallel = safe
);

create table reconciliation (
  year smallint primary key,
  made_at timestamptz not null,
  basis text collate "C" not null,
  records integer not null,
  record_fen bigint not null,
  entries integer not null,
  entry_fen bigint not null
);
comment on table reconciliation is 'the last reconciliation of each year';
comment on column reconciliation.basis is 'digest of the deliveries and definitions it stands on; it is current as long as they give the same';
comment on column reconciliation.records is 'how many records of the year there are; record_fen: their sum';
comment on column reconciliation.entries is 'how many lines the treasury''s ledger has; entry_fen: their sum';

create table reconciliation_proof (
  year smallint not null references reconciliation on delete cascade,
  source text collate "C" not null,
  record_fen bigint not null,
  record_only_fen bigint not null,
  entry_only_fen bigint not null,
  difference_fen bigint not null,
  entry_fen bigint not null,
  primary key (year, source),
  check (record_fen - record_only_fen + entry_only_fen + difference_fen = entry_fen)
);
comment on table reconciliation_proof is 'per funding source and in all: records - only in records + only in ledger + differences = ledger';
comment on column reconciliation_proof.source is 'a code of funding_source; empty for all together';
comment on column reconciliation_proof.record_fen is 'sum of all records of the source';
comment on column reconciliation_proof.record_only_fen is 'sum of the records for which the ledger has no entry';
comment on column reconciliation_proof.entry_only_fen is 'sum of the entries for which there is no record';
comment on column reconciliation_proof.difference_fen is 'by how much the entries exceed the records where both are there: other amounts, paid twice, another source';
comment on column reconciliation_proof.entry_fen is 'sum of all entries of the source';

create table reconciliation_strategy (
  year smallint not null references reconciliation on delete cascade,
  position smallint not null,
  strategy text collate "C" not null,
  title_zh text not null,
  title_en text not null,
  matches integer not null,
  entries integer not null,
  records integer not null,
  amount bigint not null,
  primary key (year, position)
);
comment on table reconciliation_strategy is 'what each strategy of sql/matching has matched, in their order';
comment on column reconciliation_strategy.matches is 'how many times entries were matched with records; amount: fen of those entries, and of those records';

create table reconciliation_category (
  year smallint not null references reconciliation on delete cascade,
  source text collate "C" not null,
  category text collate "C" not null,
  records integer not null,
  record_fen bigint not null,
  unmatched integer not null,
  unmatched_fen bigint not null,
  primary key (year, source, category)
);
comment on table reconciliation_category is 'the records by source and category, and what of them was not matched';
comment on column reconciliation_category.category is 'of the project as in project_category; that of a subsidy is its subsidy_kind';

create table reconciliation_project (
  year smallint not null references reconciliation on delete cascade,
  project_code text collate "C" not null,
  project_name text not null,
  category text collate "C" not null,
  planned_fen bigint not null,
  earlier_fen bigint not null,
  record_fen bigint not null,
  entry_fen bigint not null,
  primary key (year, project_code)
);
comment on table reconciliation_project is 'plan against payment, of every project with a plan of the year or a payment in it';
comment on column reconciliation_project.earlier_fen is 'sum of the payments recorded for the years before';
comment on column reconciliation_project.record_fen is 'sum of the year''s payments as recorded';
comment on column reconciliation_project.entry_fen is 'sum as the ledger has it: records that were matched, with the amounts of their entries, and entries without a record that name the project';

-- Function codes under which the category of a project or the kind of a subsidy may be paid in a year that has
-- deliveries; others are free.
create view fitting_code (year, category, codes) as
select y.year, f.code, string_agg(f.of_code, ' ' order by f.position)
from (select distinct year from delivery) y
join code_fit f on f.of_list = 'function_code' and y.year between f.from_year and f.to_year
group by y.year, f.list, f.code;
