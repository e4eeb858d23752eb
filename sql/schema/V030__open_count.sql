-- How much is open of a delivery, in rows that every page can afford to read: open_item may have many.

alter table open_item add column fen bigint;
comment on column open_item.fen is 'amount of a rejected line as far as it can be read; null until it is summed, and for what is no line';
create index open_item_unsummed on open_item (delivery_id, line) where fen is null and kind = 'line';
create index open_item_follows on open_item (follows) where follows is not null;

-- What is open and nobody has set aside, by delivery, kind and subject. Without a row: nothing.
create table open_count (
  delivery_id bigint not null references delivery,
  kind text collate "C" not null,
  subject text not null,
  items bigint not null check (items > 0),
  first_item bigint not null,
  last_item bigint not null,
  fen bigint,
  primary key (delivery_id, kind, subject)
);
comment on table open_count is 'counted anew from open_item with every change of it; a close counts the items themselves';
comment on column open_count.fen is 'null while not all of its lines are summed';

insert into open_count
select delivery_id, kind, subject, count(*), min(id), max(id), case when kind <> 'line' then 0 end
from open_item
where set_aside_at is null
  and not gone
group by delivery_id, kind, subject;

-- Files that the run under way has rejected: they have no number until the books are settled.
create view unnumbered_file as
select d.id as delivery_id
from delivery d
where d.status = 'refused'
  and not exists (
    select
    from open_item i
    where i.delivery_id = d.id
      and i.kind = 'file'
  );

create or replace view open_now as
select id, delivery_id, kind, line, subject, set_aside_by, set_aside_at, why, approved_by, approved_at,
  case when kind = 'line' then fen else 0 end as fen
from open_item
where not gone
union all
select null, delivery_id, 'file', 0, '', null, null, null, null, null, 0
from unnumbered_file;

create or replace view undecided_thing as
select delivery_id, kind, line, subject, id, fen
from open_now
where set_aside_at is null;

create view open_group as
select delivery_id, kind, subject, items, first_item, last_item, fen
from open_count
union all
select delivery_id, 'file', '', 1, 0, 0, 0
from unnumbered_file;

-- What the list of deliveries says of a file beside its lines.
create index finding_hint on finding (delivery_id)
where source = 'intake'
  and (severity = 'warning' or rule = 'file-amount-left-out');
