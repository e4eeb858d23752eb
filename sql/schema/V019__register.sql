-- Tables of registers. After these migrations the program creates and alters them from jobs/registers, as the owner of
-- the schema.

create table register_table (
  name text collate "C" primary key
);
comment on table register_table is 'the tables that were created from jobs/registers';

-- Adds to the table of a register what all of them have.
-- verdict of a record: 'a' accepted, 'r' rejected, 'w' waiting for its counterpart.
-- There is no foreign key to delivery: it would take more time than the lines themselves, and the rows of a delivery
-- are written and deleted in one place.
-- Every register R has two views, both with the year of the delivery:
--   standing_R   accepted lines that the candidates of tonight are compared with, candidates included
--   live_R       accepted lines of live deliveries, from which figures are made
-- The checks of a night create a third view, candidate_R, and drop it at their end.
-- is_ledger: the files of the register count all or none. While another ledger is offered, its lines are not compared
-- with the lines of the one that counts.
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
