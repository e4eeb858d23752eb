-- Two roles: the owner of these tables migrates them, and sunlit_work works. What is append-only it can only
-- append to, and it can switch no trigger off. Where there is no such role, its owner does the work.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sunlit_work') then
    return;
  end if;
  begin
    -- to say who runs, where that is another role
    grant pg_read_all_stats to sunlit_work;
  exception when insufficient_privilege then
    raise notice 'sunlit_work cannot see who else runs: the owner may not grant pg_read_all_stats';
  end;
  grant usage on schema public to sunlit_work;
  grant usage, select, update on all sequences in schema public to sunlit_work;
  grant select, insert, update, delete, truncate on all tables in schema public to sunlit_work;
  if current_setting('server_version_num')::integer >= 170000 then
    -- statistics of tables, and locks on them
    execute 'grant maintain on all tables in schema public to sunlit_work';
  end if;
  revoke update, delete, truncate
    on audit_event, access_event, snapshot_part, snapshot_chunk, year_close, hash_key
    from sunlit_work;
  grant update (reopened_at, reopened_by, why) on year_close to sunlit_work;
  revoke insert, update, delete, truncate on register_table from sunlit_work;
  revoke insert, update, delete, truncate
    on stored_year, stored_delivery, deleted_original
    from sunlit_work;
  revoke insert, update, delete, truncate on flyway_schema_history from sunlit_work;
  revoke insert, update, delete, truncate on schema_change from sunlit_work;
end
$$;
