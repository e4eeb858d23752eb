-- What a closed year stands on refuses changes, line by line. A change with these triggers switched off is found
-- by verify-snapshot, and so are lines that are added: to look at each new line would slow down every night.

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

-- Rows that belong to a delivery: of deliveries that count.
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

-- Rows that belong to a year.
create function refuse_closed_rows() returns trigger
language plpgsql as $$
begin
  if closed_through() > 0 then
    perform refuse_closed(min(year), tg_op, tg_table_name) from changed;
  end if;
  return null;
end
$$;

-- Rows that belong to a discrepancy.
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

-- What a close has frozen of the decisions on open items.
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

do $$
declare
  relation name;
begin
  foreach relation in array array['rollup_cell', 'rollup_set', 'rollup_member', 'uncounted_line'] loop
    call guard_closed(relation, 'refuse_closed_lines');
  end loop;
  foreach relation in array array[
    'reconciliation', 'reconciliation_proof', 'reconciliation_strategy', 'reconciliation_category',
    'reconciliation_project', 'matched_entry', 'matched_record', 'matched_batch', 'match_remark'] loop
    call guard_closed(relation, 'refuse_closed_rows');
  end loop;
  call guard_closed('discrepancy_line', 'refuse_closed_discrepancy_lines');
end
$$;

-- Of a delivery that counts, everything that a snapshot says of it; and it cannot be deleted.
drop trigger delivery_closed on delivery;
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
