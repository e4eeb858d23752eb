-- Projects (项目台账); columns as in jobs/registers/project.yaml, amounts in fen.
create table project (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  project_code text collate "C" not null,
  project_name text collate "C" not null,
  category text collate "C" not null,
  township text collate "C" not null,
  village text collate "C",
  implementer text collate "C" not null,
  performance_target text collate "C",
  planned bigint not null,
  central bigint,
  province bigint,
  city bigint,
  county bigint,
  cooperation bigint,
  bond bigint,
  society bigint,
  self bigint,
  other bigint,
  management_fee bigint,
  start_on date,
  finish_on date,
  primary key (delivery_id, line)
);
create index project_key on project (project_code);
call add_register('project');
