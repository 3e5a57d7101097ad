-- What a node keeps in memory of people and places holds until the database says that something changed (decision 22). A row
-- for each transaction that changed something: readers see by their number, the last and all of them together that what they
-- keep is out of date. Rows and not one counter, for which those who write would wait for one another, and which a reader
-- could see moved before what it announces.

grant create on schema database to viaduc_rule;

create table database.change (id bigint generated always as identity primary key);
grant select on database.change to viaduc_web, viaduc_system;
grant select, insert, delete on database.change to viaduc_rule;
alter table database.change enable row level security;
alter table database.change force row level security;
create policy rule on database.change to viaduc_rule using (true) with check (true);
-- Numbers that say nothing of anybody; asked in the statement that names the viewer, before there is one.
create policy shown on database.change for select to viaduc_web, viaduc_system using (true);

-- Never the same after a change that somebody could see; another each day, since rights begin and end with days; another of
-- another database, which may be put in this one's place while a node runs.
create view database.stamp with (security_invoker = true) as
    select (select d.oid from pg_catalog.pg_database d where d.datname = current_database()) || '/' || count(*) || '/' || coalesce(max(id), 0) || '/' || coalesce(bit_xor(id), 0) || '/' || current_date as now
      from database.change;
grant select on database.stamp to viaduc_web, viaduc_system;

create function database.note_change() returns trigger
    language plpgsql security definer set search_path = database, pg_temp as $$
begin
    -- Once a transaction; a part of it that is undone takes its note and the memory of it along.
    if current_setting('viaduc.noted', true) is distinct from pg_current_xact_id()::text then
        insert into database.change default values;
        perform set_config('viaduc.noted', pg_current_xact_id()::text, true);
    end if;
    return null;
end $$;
alter function database.note_change() owner to viaduc_rule;
revoke all on function database.note_change() from public;

-- The rows seen so far in exchange for one: a stamp of old never comes back, since the new row was in none.
create function database.forget_changes() returns void
    language sql security definer set search_path = database, pg_temp
begin atomic
    with one as (insert into database.change default values returning id)
    delete from database.change c using one where c.id < one.id;
end;
alter function database.forget_changes() owner to viaduc_rule;
revoke all on function database.forget_changes() from public;
grant execute on function database.forget_changes() to viaduc_system;

-- For a table that what is kept may come from; some columns only, where others change at every turn.
create procedure database.note_changes(target regclass, columns text default null)
    language plpgsql as $$
begin
    execute format('create trigger note_change after insert or delete or truncate or update %s on %s
        for each statement execute function database.note_change()',
        case when columns is null then '' else 'of ' || columns end, target);
end $$;
revoke all on procedure database.note_changes(regclass, text) from public;
