-- A live delivery some of whose lines were judged again: its accepted and refused lines are counted anew.
alter table delivery add recount boolean not null default false;
comment on column delivery.recount is 'single lines of it were judged again, and are not counted anew yet';
-- of those from before it is not known
update delivery set recount = true
where status = 'live' and lines_refused > 0 and year > closed_through();
