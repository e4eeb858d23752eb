-- Information requests (政府信息公开申请台账); columns as in jobs/registers/information_request.yaml, amounts in fen.
create table information_request (
  delivery_id bigint not null,
  line integer not null,
  verdict "char" not null default 'a',
  request_no text collate "C" not null,
  applicant text collate "C" not null,
  received_on date not null,
  carried boolean not null,
  result text collate "C",
  answered_on date,
  fee bigint,
  primary key (delivery_id, line)
);
create index information_request_key on information_request (request_no);
call add_register('information_request');
