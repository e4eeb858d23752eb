-- Whatever is mended counts for the delivery that a line first came from, however often it was
-- brought again: supplements and original are that delivery and its line.
alter table delivery add named bigint references delivery;
comment on column delivery.supplements is 'it brings only lines of that delivery that were refused; never a supplement itself';
comment on column delivery.named is 'what its title names: that delivery, or another supplement of it';
update delivery set named = supplements where supplements is not null;

-- What stands for a line: the lines of supplements that were handed in for it, and for the line of
-- a supplement those of the others too that were handed in for the same one. Of any status.
create view stand_in as
select n.supplements as delivery_id, s.original as line, n.id as by_delivery, s.line as by_line,
  s.withdrawn, n.status
from supplement_line s
join delivery n on n.id = s.delivery_id
where n.supplements is not null
union all
select own.delivery_id, own.line, n.id, s.line, s.withdrawn, n.status
from supplement_line own
join delivery o on o.id = own.delivery_id
join delivery n on n.supplements = o.supplements and n.id <> o.id
join supplement_line s on s.delivery_id = n.id and s.original = own.original;

drop view brought_again;

-- Refused lines that are open no longer: what was brought later stands for them, or what was brought
-- at any time, if it was accepted or withdrew them. Whatever is wrong with that is said there.
create view brought_again as
select distinct b.delivery_id, b.line
from stand_in b
join finding f on f.delivery_id = b.delivery_id and f.line = b.line and f.severity = 'error'
where b.status = 'live'
  and (
    b.by_delivery > b.delivery_id
    or b.withdrawn
    or not exists (
      select
      from finding w
      where w.delivery_id = b.by_delivery
        and w.line = b.by_line
        and w.severity = 'error'
    )
  );
