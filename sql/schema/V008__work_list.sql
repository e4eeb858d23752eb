-- Whoever approves is another person than the one who resolved, however the name is written: full or
-- half width, capital or small, with blanks in it or around it.

create function same_person(text, text) returns boolean
language sql immutable strict
return lower(regexp_replace(normalize($1, nfkc), '\s', '', 'g'))
  = lower(regexp_replace(normalize($2, nfkc), '\s', '', 'g'));

alter table discrepancy
  drop constraint discrepancy_check,
  add constraint discrepancy_approved_by_another check (not same_person(approved_by, resolved_by)),
  add constraint discrepancy_decided_in_order check (
    case status
      when 'open' then num_nonnulls(resolved_as, why, resolved_by, resolved_at) = 0
      when 'resolved' then num_nonnulls(resolved_as, why, resolved_by, resolved_at) = 4
      when 'approved' then
        num_nonnulls(resolved_as, why, resolved_by, resolved_at, approved_by, approved_at) = 6
      else true
    end
    and num_nonnulls(approved_by, approved_at) in (0, 2)
  );

-- What was decided for a closed year stays as it was closed.
create function refuse_closed_discrepancy() returns trigger
language plpgsql as $$
declare
  changed smallint := case when tg_op = 'DELETE' then old.year else new.year end;
begin
  if changed <= closed_through() then
    raise exception 'year % is closed: % of % is refused; see ./sunlit reopen',
      changed, lower(tg_op), tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger discrepancy_closed
before insert or update or delete on discrepancy
for each row execute function refuse_closed_discrepancy();
