-- Tables of registers. The program creates and alters them from jobs/registers, after these migrations, as their owner.

create table register_table (
  name text collate "C" primary key
);
comment on table register_table is 'the tables that were created from jobs/registers';

-- What every register's table has beside its columns.
-- verdict of a record: 'a' accepted, 'r' rejected, 'w' waiting for its counterpart.
-- There is no foreign key to delivery: it would cost more than the lines themselves, and the rows of a delivery are written and
-- deleted in one place.
-- Two views a register, both with the delivery's year:
--   standing_R   accepted lines that tonight's candidates are compared with, candidates included
--   live_R       accepted lines of live deliveries: what figures are made from
-- A third view, candidate_R, is made by the checks of a night for as long as they run.
-- is_ledger: its files count all or none. While another ledger is offered, its lines are not compared with those of the one that
-- counts.
create procedure add_register(register text, is_ledger boolean)
language plpgsql as $$
begin
  insert into register_table (name) values (register) on conflict do nothing;
  call guard_closed(register, 'refuse_closed_lines');
  execute format('drop view if exists standing_%1$s, live_%1$s', register);
  execute format($view$
    create view standing_%1$s as
    select r.*, d.year
    from %1$I r
    join delivery d on d.id = r.delivery_id
    where r.verdict = 'a'
      and d.status in ('live', 'loaded')
      and not exists (
        select
        from delivery n
        where n.supersedes in (d.id, d.supplements)
          and n.status = 'loaded'
      )
    $view$ || case when is_ledger then $ledger$
      and (
        not exists (
          select
          from named_file f
          where f.register = %1$L
            and f.year = d.year
        )
        or exists (select from named_delivery n where n.id = d.id)
      )
    $ledger$ else '' end, register);
  execute format($view$
    create view live_%1$s as
    select r.*, d.year
    from %1$I r
    join delivery d on d.id = r.delivery_id
    where r.verdict = 'a'
      and d.status = 'live'
    $view$, register);
  if exists (select from pg_roles where rolname = 'sunlit_work') then
    execute format(
      'grant select, insert, update, delete, truncate on %1$I, standing_%1$s, live_%1$s to sunlit_work', register);
    if current_setting('server_version_num')::integer >= 170000 then
      execute format('grant maintain on %1$I, standing_%1$s, live_%1$s to sunlit_work', register);
    end if;
  end if;
end
$$;
