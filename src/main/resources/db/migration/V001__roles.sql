-- The ground every module stands on: the viewer of the transaction, and nothing for anyone who was not named.
-- The roles themselves (viaduc_rule, viaduc_web, viaduc_system) are made before the first migration, since the
-- passwords of the last two come from the master key.

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to viaduc_web, viaduc_system', current_database());
end $$;

revoke all on schema public from public;
grant usage on schema public to viaduc_rule, viaduc_web, viaduc_system;

revoke all on schema database from public;
grant usage on schema database to viaduc_rule, viaduc_web, viaduc_system;

-- The person in whose name the transaction works, or null: set at its beginning by the web runtime.
create function database.viewer() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('viaduc.viewer', true), '')::bigint;

-- What the rules ask again and again of the same viewer (which circles, which spaces) is found once in a transaction that
-- only reads, and kept until it ends: docs/decisions/0013. Where anything may be written nothing is kept, since the answer
-- may change. What was found for one viewer is not found for another.
create function database.kept(what text) returns text
    language sql stable
    return case when current_setting('transaction_read_only') = 'on'
                 and starts_with(current_setting(what, true), current_setting('viaduc.viewer', true) || ' ')
                then substr(current_setting(what, true), length(current_setting('viaduc.viewer', true)) + 2) end;
create function database.keep(what text, found text) returns text
    language sql volatile
    return case when current_setting('transaction_read_only') = 'on' and current_setting('viaduc.viewer', true) <> ''
                then set_config(what, current_setting('viaduc.viewer', true) || ' ' || found, true) end;

-- Lets the web role change rows of a table that it may read by another policy. Three policies and not one for all
-- commands, which would be asked at each reading too, beside that other: half of what a page's statements prepare.
create procedure database.let_change(target regclass, name text, condition text, new_row text default null)
    language plpgsql as $$
begin
    execute format('create policy %I on %s for insert to viaduc_web with check (%s)', name || '_insert', target, coalesce(new_row, condition));
    execute format('create policy %I on %s for update to viaduc_web using (%s) with check (%s)', name || '_update', target, condition, coalesce(new_row, condition));
    execute format('create policy %I on %s for delete to viaduc_web using (%s)', name || '_delete', target, condition);
end $$;
revoke all on procedure database.let_change(regclass, text, text, text) from public;
