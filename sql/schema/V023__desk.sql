-- Who handed in what, and what people still have to do.

-- A file that the console took in. Files that come by folder have no row here.
create table upload (
  id bigint generated always as identity primary key,
  sha256 text collate "C" not null,
  account_id bigint not null references account,
  at timestamptz not null
);
comment on table upload is 'written before the file appears in the inbox; the delivery that a run makes of it has the same digest';
create index upload_sha256 on upload (sha256);
create index mend_submission_sha256 on mend_submission (sha256);

-- Who handed in a delivery in the console: the last one before it was entered. If the same bytes come again by
-- folder, they are not theirs, unless the program itself has entered the file again after a decision about it.
create view delivery_hand_in as
select d.id as delivery_id, a.name as by, h.at
from delivery d
cross join lateral (
  select account_id, at
  from (
    select account_id, at
    from upload
    where sha256 = d.sha256
    union all
    select account_id, at
    from mend_submission
    where sha256 = d.sha256
  ) same_bytes
  where at <= d.received_at
  order by at desc
  limit 1
) h
join account a on a.id = h.account_id
where exists (
    select
    from accepted_kinship k
    where k.sha256 = d.sha256
      and k.year = d.year
      and k.sheet = d.sheet
  )
  or not exists (
    select
    from delivery e
    where e.sha256 = d.sha256
      and e.sheet = d.sheet
      and e.id < d.id
      and e.received_at >= h.at
  );

-- What is open and nobody has set aside; without an id until the books are settled.
create view undecided_thing as
select delivery_id, kind, line, subject, id
from open_now
where set_aside_at is null;

-- What is open and somebody has set aside, and nobody has approved.
create view proposed_item as
select id, delivery_id, set_aside_by
from open_now
where set_aside_at is not null
  and approved_at is null;

-- Drafts that are not handed in, or were handed in with a file that was refused as a whole.
create view kept_draft as
select m.delivery_id, m.line, m.cell, m.account_id, m.at
from mend_draft m
left join mend_submission s on s.id = m.submission_id
where m.submission_id is null
  or (
    select d.status
    from delivery d
    where d.sha256 = s.sha256
    order by d.id desc
    limit 1
  ) = 'refused';

-- Drafts that do not count any more, as something else has settled their line since.
-- how: replaced (another delivery corrects the whole file), mended or withdrawn (by the supplement of that number),
--   aside (somebody has set the line aside), accepted (it was judged again).
create view void_draft as
select
  m.delivery_id,
  m.line,
  m.cell,
  m.account_id,
  case
    when n.id is not null then 'replaced'
    when s.withdrawn then 'withdrawn'
    when s.by_delivery is not null then 'mended'
    when i.id is not null then 'aside'
    else 'accepted'
  end as how,
  coalesce(n.id, s.by_delivery) as by_delivery,
  coalesce(h.by, case when n.id is null and s.by_delivery is null then i.set_aside_by end, '') as by
from kept_draft m
left join lateral (
  select id
  from delivery
  where supersedes = m.delivery_id
    and status not in ('received', 'loading', 'loaded', 'refused')
  order by id desc
  limit 1
) n on true
left join lateral (
  select by_delivery, withdrawn
  from stand_in
  where delivery_id = m.delivery_id
    and line = m.line
    and status not in ('received', 'loading', 'loaded', 'refused')
  order by by_delivery desc
  limit 1
) s on true
left join open_item i
  on i.delivery_id = m.delivery_id
  and i.kind = 'line'
  and i.line = m.line
  and i.set_aside_at > m.at
left join delivery_hand_in h on h.delivery_id = coalesce(n.id, s.by_delivery)
where i.id is not null
  or not exists (
    select
    from open_thing t
    join delivery d on d.id = t.delivery_id
    where t.delivery_id = m.delivery_id
      and t.kind = 'line'
      and t.line = m.line
      and d.status in ('live', 'offered', 'held')
  );
