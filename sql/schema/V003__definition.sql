-- Definitions that SQL reads. Every run loads them from the files below jobs when it starts.

-- From jobs/codes.
create table code (
  list text collate "C" not null,
  code text collate "C" not null,
  title text not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (list, code, from_year)
);

-- The words for a code: its title and its aliases.
create table code_word (
  list text collate "C" not null,
  word text collate "C" not null,
  code text collate "C" not null,
  from_year smallint not null,
  to_year smallint not null
);
create index code_word_list on code_word (list);

-- The codes of other lists that go with a code, as its entry says under fits. position: their order there.
create table code_fit (
  list text collate "C" not null,
  code text collate "C" not null,
  of_list text collate "C" not null,
  of_code text collate "C" not null,
  position smallint not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (list, code, of_list, of_code, from_year)
);

-- From jobs/parameters.
create table parameter (
  name text collate "C" not null,
  value numeric not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (name, from_year)
);

-- From jobs/villages.yaml; empty where a county lists none.
create table village (
  township text collate "C" not null,
  name text collate "C" not null,
  from_year smallint not null,
  to_year smallint not null,
  primary key (township, name, from_year)
);
