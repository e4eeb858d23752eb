-- Everything that a closed year depends on rejects changes. verify-snapshot finds a change that was made with these
-- triggers switched off. It also finds added lines: to check each new line here would slow down every night.

create function refuse_closed(changed smallint, operation text, relation name) returns void
language plpgsql as $$
begin
  if changed <= closed_through() then
    raise exception 'year % is closed: % of % is refused; see ./sunlit reopen',
      changed, lower(operation), relation
      using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- A row of its own year, or of a delivery. Figures, decisions, roll-ups and deliveries change row by row.
create function refuse_closed_year() returns trigger
language plpgsql as $$
declare
  changed smallint;
begin
  if tg_table_name in ('figure', 'discrepancy') then
    changed := case when tg_op = 'DELETE' then old.year else new.year end;
  elsif tg_table_name = 'delivery' then
    changed := old.year;
  else
    select d.year into changed
    from delivery d
    where d.id = case when tg_op = 'DELETE' then old.delivery_id else new.delivery_id end;
  end if;
  perform refuse_closed(changed, tg_op, tg_table_name);
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger figure_closed
before insert or update or delete on figure
for each row execute function refuse_closed_year();

create trigger delivery_rollup_closed
before insert or update or delete on delivery_rollup
for each row execute function refuse_closed_year();

create trigger reversal_closed
before insert or update or delete on reversal
for each row execute function refuse_closed_year();

create trigger uncounted_line_closed
before insert or update or delete on uncounted_line
for each row execute function refuse_closed_year();

-- Of a delivery that counts: everything that a snapshot says about it. It cannot be deleted either.
create trigger delivery_closed
before update of register, status, year, name, original, office, sha256, sheet, received_at, supersedes, supplements, lines_read,
  lines_accepted, lines_refused, fen_read, fen_accepted, fen_refused on delivery
for each row
when ((old.status = 'live' or new.status = 'live')
  and (old.register, old.status, old.year, old.name, old.original, old.office, old.sha256, old.sheet,
      old.received_at, old.supersedes, old.supplements, old.lines_read, old.lines_accepted, old.lines_refused, old.fen_read,
      old.fen_accepted, old.fen_refused)
    is distinct from
      (new.register, new.status, new.year, new.name, new.original, new.office, new.sha256, new.sheet,
      new.received_at, new.supersedes, new.supplements, new.lines_read, new.lines_accepted, new.lines_refused, new.fen_read,
      new.fen_accepted, new.fen_refused))
execute function refuse_closed_year();

create trigger delivery_kept
before delete on delivery
for each row
when (old.status = 'live')
execute function refuse_closed_year();

-- A decision about a closed year stays as it is.
create trigger discrepancy_closed
before insert or update or delete on discrepancy
for each row execute function refuse_closed_year();

-- Of the decisions on open items: what a close has frozen.
create function refuse_closed_item() returns trigger
language plpgsql as $$
begin
  perform refuse_closed(d.year, tg_op, tg_table_name)
  from delivery d
  join year_close c on c.year >= d.year and c.reopened_at is null
  where d.id = old.delivery_id
    and old.found_at <= c.closed_at;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger open_item_closed
before update or delete on open_item
for each row execute function refuse_closed_item();

-- Rows of deliveries that count.
create function refuse_closed_lines() returns trigger
language plpgsql as $$
begin
  if closed_through() > 0 then
    perform refuse_closed(min(d.year), tg_op, tg_table_name)
    from (select distinct delivery_id from changed) c
    join delivery d on d.id = c.delivery_id
    where d.status = 'live';
  end if;
  return null;
end
$$;

-- Rows of a year.
create function refuse_closed_rows() returns trigger
language plpgsql as $$
begin
  if closed_through() > 0 then
    perform refuse_closed(min(year), tg_op, tg_table_name) from changed;
  end if;
  return null;
end
$$;

-- Rows of a discrepancy.
create function refuse_closed_discrepancy_lines() returns trigger
language plpgsql as $$
begin
  if closed_through() > 0 then
    perform refuse_closed(min(d.year), tg_op, tg_table_name)
    from changed c
    join discrepancy d on d.id = c.discrepancy_id;
  end if;
  return null;
end
$$;

-- Adds the two triggers that check each changed row of a table with one of these functions.
create procedure guard_closed(relation name, guard name)
language plpgsql as $$
begin
  execute format(
    'create or replace trigger %1$s_closed_update after update on %1$I
     referencing old table as changed for each statement execute function %2$I()',
    relation, guard);
  execute format(
    'create or replace trigger %1$s_closed_delete after delete on %1$I
     referencing old table as changed for each statement execute function %2$I()',
    relation, guard);
end
$$;

call guard_closed('rollup_cell', 'refuse_closed_lines');
call guard_closed('rollup_set', 'refuse_closed_lines');
call guard_closed('rollup_member', 'refuse_closed_lines');
call guard_closed('uncounted_line', 'refuse_closed_lines');

call guard_closed('reconciliation', 'refuse_closed_rows');
call guard_closed('reconciliation_proof', 'refuse_closed_rows');
call guard_closed('reconciliation_strategy', 'refuse_closed_rows');
call guard_closed('reconciliation_category', 'refuse_closed_rows');
call guard_closed('reconciliation_project', 'refuse_closed_rows');
call guard_closed('matched_entry', 'refuse_closed_rows');
call guard_closed('matched_record', 'refuse_closed_rows');
call guard_closed('matched_batch', 'refuse_closed_rows');
call guard_closed('match_remark', 'refuse_closed_rows');
call guard_closed('risk_rule', 'refuse_closed_rows');
call guard_closed('risk_line', 'refuse_closed_rows');

call guard_closed('discrepancy_line', 'refuse_closed_discrepancy_lines');
