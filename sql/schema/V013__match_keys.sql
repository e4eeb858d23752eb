-- Keys of the two large tables of matches took longer to write than their rows. That nothing is matched twice
-- is held by the matching itself; what is looked for is a year, whose rows lie together.
alter table matched_entry drop constraint matched_entry_pkey;
alter table matched_batch drop constraint matched_batch_pkey;
create index matched_entry_year on matched_entry using brin (year);
create index matched_batch_year on matched_batch using brin (year);
-- Of earlier reconciliations it is not known; the next one of the year writes it.
alter table matched_record add column function_code text collate "C" not null default '';
alter table matched_record alter column function_code drop default;
