-- Names of people that were found in names of files: a keyed hash of each, so that the same name is
-- hidden at once wherever it comes again. The name itself is nowhere.
create table hidden_name (
  key text collate "C" primary key
);
