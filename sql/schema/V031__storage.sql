-- Records of closed years that were moved to files, and archived originals that were deleted on the record. Only the
-- owner of the schema writes here; who did it and when is an event of the audit trail.

create table stored_year (
  close_id bigint primary key references year_close,
  folder text collate "C" not null,
  sha256 text collate "C" not null,
  event bigint not null
);
comment on table stored_year is 'closes whose records were moved to files; in force as long as the close is';
comment on column stored_year.folder is 'below the folder of the storage';
comment on column stored_year.sha256 is 'of the list of its files and their digests, the file SHA256SUMS';
comment on column stored_year.event is 'the event of the audit trail that says who moved them, and when';

create table stored_delivery (
  close_id bigint not null references stored_year,
  delivery_id bigint not null references delivery,
  register text collate "C" not null,
  file text collate "C" not null,
  lines integer not null check (lines > 0),
  bytes bigint not null,
  sha256 text collate "C" not null,
  content_sha256 text collate "C" not null,
  primary key (close_id, delivery_id)
);
comment on table stored_delivery is 'the file with the records of a delivery';
comment on column stored_delivery.file is 'below the folder of its year';
comment on column stored_delivery.bytes is 'of the file; sha256: of the file as well';
comment on column stored_delivery.content_sha256 is 'of the CSV before it was compressed';

create table deleted_original (
  delivery_id bigint primary key references delivery,
  sha256 text collate "C" not null,
  event bigint not null
);
comment on table deleted_original is 'deliveries whose original in the archive was deleted, after its digest was compared';
comment on column deleted_original.event is 'the event of the audit trail that says who deleted it, and when';

create trigger stored_year_append_only
before update or delete or truncate on stored_year
for each statement execute function refuse_change();

create trigger stored_delivery_append_only
before update or delete or truncate on stored_delivery
for each statement execute function refuse_change();

create trigger deleted_original_append_only
before update or delete or truncate on deleted_original
for each statement execute function refuse_change();

-- The files that have records of closed years now. A reopening loads the records back.
create view stored_lines as
select s.delivery_id, s.register, d.year, y.folder, s.file, s.lines, s.bytes, s.sha256, s.content_sha256, s.close_id
from stored_delivery s
join stored_year y on y.close_id = s.close_id
join year_close c on c.id = s.close_id and c.reopened_at is null
join delivery d on d.id = s.delivery_id;

-- Rows of deliveries that count. Records that a file has may be taken out of their table.
create or replace function refuse_closed_lines() returns trigger
language plpgsql as $$
begin
  if closed_through() > 0 then
    perform refuse_closed(min(d.year), tg_op, tg_table_name)
    from (select distinct delivery_id from changed) c
    join delivery d on d.id = c.delivery_id
    where d.status = 'live'
      and not (
        tg_op = 'DELETE'
        and exists (
          select
          from stored_lines s
          where s.delivery_id = d.id
            and s.register = tg_table_name
        )
      );
  end if;
  return null;
end
$$;
