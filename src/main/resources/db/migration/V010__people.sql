-- The directory: who does what, where, with what means.
-- One graph: people - assignments - units - sites - communes - missions - skills - assets - mandates.

create schema people;
grant usage on schema people to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema people to viaduc_rule;

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists ltree with schema public;

-- unaccent() is only STABLE because its dictionary may change; ours does not, and indexes need IMMUTABLE.
create function people.plain(value text) returns text
    language sql immutable strict parallel safe
    set search_path = public, pg_temp
    return lower(unaccent('unaccent'::regdictionary, replace(replace(value, '’', ''''), '-', ' ')));

-- ---------------------------------------------------------------- territory

create table people.commune (
    insee        text primary key check (insee ~ '^[0-9AB]{5}$'),
    name         text not null,
    siren        text,
    postal_codes text[] not null default '{}',
    population   integer,
    plain_name   text generated always as (people.plain(name)) stored
);
create index commune_plain on people.commune using gin (plain_name public.gin_trgm_ops);

create table people.delegated_commune (
    insee        text primary key,
    parent_insee text not null references people.commune,
    name         text not null,
    plain_name   text generated always as (people.plain(name)) stored
);

create table people.site (
    id           bigint generated always as identity primary key,
    slug         text not null unique,
    name         text not null,
    kind         text not null default 'office',
    commune_insee text references people.commune,
    address      text,
    phone        text,
    opening      text,
    access_note  text,
    latitude     double precision,
    longitude    double precision,
    closed_on    date,
    plain_name   text generated always as (people.plain(name)) stored
);
create index site_commune on people.site (commune_insee);

-- ---------------------------------------------------------------- organisation

create table people.unit (
    id          bigint generated always as identity primary key,
    parent_id   bigint references people.unit,
    path        public.ltree not null,
    code        text unique,
    slug        text not null unique,
    name        text not null,
    kind        text not null default 'service' check (kind in ('direction', 'pole', 'service', 'team')),
    mission     text,
    phone       text,
    email       text,
    site_id     bigint references people.site,
    head_id     bigint,
    position    integer not null default 0,
    closed_on   date,
    plain_name  text generated always as (people.plain(name)) stored
);
create index unit_path on people.unit using gist (path);
create index unit_parent on people.unit (parent_id);
create index unit_head on people.unit (head_id);

-- The path is derived from the parent, never written by hand; a loop is refused.
create function people.unit_path() returns trigger
    language plpgsql set search_path = people, public, pg_temp as $$
declare
    parent_path public.ltree;
begin
    if new.parent_id is null then
        new.path := text2ltree(new.id::text);
    else
        select path into strict parent_path from people.unit where id = new.parent_id;
        if parent_path ~ ('*.' || new.id || '.*')::lquery then
            raise exception 'unit % would be its own ancestor', new.id using errcode = 'check_violation';
        end if;
        new.path := parent_path || new.id::text;
    end if;
    return new;
end $$;
create trigger unit_path before insert or update of parent_id on people.unit
    for each row execute function people.unit_path();

create function people.unit_descendants() returns trigger
    language plpgsql set search_path = people, public, pg_temp as $$
begin
    update people.unit
       set path = new.path || subpath(path, nlevel(old.path))
     where path <@ old.path and id <> new.id;
    return null;
end $$;
create trigger unit_descendants after update of parent_id on people.unit
    for each row when (old.path is distinct from new.path) execute function people.unit_descendants();

-- ---------------------------------------------------------------- persons

create table people.person (
    id           bigint generated always as identity primary key,
    staff_number text unique,                    -- matricule, or the identifier of an elected official (E0001)
    agent        boolean not null default true,  -- false: elected official without employment
    civility     text,
    first_name   text not null,
    last_name    text not null,
    job_title    text,
    email        text,
    phone        text,
    mobile       text,
    started_on   date,
    left_on      date,                           -- last day of presence, included
    picture_id   bigint,
    about        text,
    pronunciation text,
    locale       text not null default 'fr' check (locale in ('fr', 'en')),
    theme        text not null default '' check (theme in ('', 'light', 'dark')),
    text_size    text not null default '' check (text_size in ('', 'large', 'larger')),
    erased_at    timestamptz,                    -- texts stay as "Ancien agent"
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    name         text generated always as (first_name || ' ' || last_name) stored,
    sort_name    text generated always as (people.plain(last_name || ' ' || first_name)) stored,
    plain_name   text generated always as (people.plain(first_name || ' ' || last_name || ' ' || first_name)) stored
);
create unique index person_email on people.person (lower(email));
create index person_sort on people.person (sort_name, id);
create index person_plain on people.person using gin (plain_name public.gin_trgm_ops);

alter table people.unit add foreign key (head_id) references people.person on delete set null;

create table people.assignment (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references people.person on delete cascade,
    unit_id    bigint not null references people.unit,
    site_id    bigint references people.site,
    job_title  text,
    manager_id bigint references people.person on delete set null,
    quota      numeric(5, 2),                    -- percent of full time
    is_primary boolean not null default true,
    starts_on  date,
    ends_on    date,                             -- last day, included
    check (manager_id is distinct from person_id),
    unique nulls not distinct (person_id, unit_id, site_id, job_title)
);
create index assignment_unit on people.assignment (unit_id, person_id);
create index assignment_site on people.assignment (site_id, person_id);
create index assignment_manager on people.assignment (manager_id);
create unique index assignment_one_primary on people.assignment (person_id) where is_primary;

create table people.mission (
    id          bigint generated always as identity primary key,
    slug        text not null unique,
    name        text not null,
    description text,
    plain_name  text generated always as (people.plain(name)) stored
);
create table people.person_mission (
    person_id  bigint not null references people.person on delete cascade,
    mission_id bigint not null references people.mission on delete cascade,
    primary key (person_id, mission_id)
);
create index person_mission_mission on people.person_mission (mission_id, person_id);

create table people.skill (
    id         bigint generated always as identity primary key,
    name       text not null,
    plain_name text generated always as (people.plain(name)) stored unique
);
create table people.person_skill (
    person_id bigint not null references people.person on delete cascade,
    skill_id  bigint not null references people.skill on delete cascade,
    primary key (person_id, skill_id)
);
create index person_skill_skill on people.person_skill (skill_id, person_id);

-- Means: vehicles, rooms, tools.
create table people.asset (
    id         bigint generated always as identity primary key,
    kind       text not null check (kind in ('vehicle', 'room', 'tool')),
    name       text not null,
    reference  text,
    unit_id    bigint references people.unit,
    site_id    bigint references people.site,
    note       text,
    retired_on date,
    plain_name text generated always as (people.plain(name || ' ' || coalesce(reference, ''))) stored
);
create index asset_site on people.asset (site_id);
create index asset_unit on people.asset (unit_id);
create table people.asset_holder (
    asset_id  bigint not null references people.asset on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    primary key (asset_id, person_id)
);
create index asset_holder_person on people.asset_holder (person_id);

-- Away and replaced by whom; the reason is nobody's business and has no column.
create table people.absence (
    id            bigint generated always as identity primary key,
    person_id     bigint not null references people.person on delete cascade,
    starts_on     date not null,
    ends_on       date not null,
    substitute_id bigint references people.person on delete set null,
    message       text,
    entered_by    bigint default nullif(database.viewer(), 0) references people.person on delete set null,
    check (ends_on >= starts_on),
    check (substitute_id is distinct from person_id)
);
create index absence_person on people.absence (person_id, ends_on);

-- ---------------------------------------------------------------- elected officials

create table people.mandate (
    id            bigint generated always as identity primary key,
    person_id     bigint not null references people.person on delete cascade,
    commune_insee text references people.commune,
    function      text not null,                 -- "Maire", "Vice-présidente", "Conseiller municipal"
    delegation    text,
    in_council    boolean not null default true, -- false: municipal councillor outside the community council (CGCT L. 5211-40-2)
    starts_on     date not null,
    ends_on       date,                          -- last day, included
    check (ends_on is null or ends_on >= starts_on)
);
create index mandate_person on people.mandate (person_id);
create index mandate_commune on people.mandate (commune_insee);

create table people.commission (
    id   bigint generated always as identity primary key,
    slug text not null unique,
    name text not null
);
create table people.mandate_commission (
    mandate_id    bigint not null references people.mandate on delete cascade,
    commission_id bigint not null references people.commission on delete cascade,
    primary key (mandate_id, commission_id)
);

-- ---------------------------------------------------------------- optional personal fields

-- Personal telephone, personal e-mail, birthday (day and month only): optional, hidden by default (RGPD art. 25).
create table people.personal_field (
    person_id  bigint not null references people.person on delete cascade,
    kind       text not null check (kind in ('personal_phone', 'personal_email', 'birthday', 'languages', 'interests', 'pronouns')),
    value      text not null,
    visibility text not null default 'self' check (visibility in ('self', 'colleagues', 'agents', 'everyone')),
    primary key (person_id, kind)
);

-- Who may do what in the whole network. SITE_CONTACT is bound to a site.
create table people.role_grant (
    person_id  bigint not null references people.person on delete cascade,
    role       text not null check (role in ('ADMINISTRATOR', 'HUMAN_RESOURCES', 'COMMUNICATION', 'MODERATOR', 'SITE_CONTACT')),
    site_id    bigint references people.site on delete cascade,
    granted_by bigint references people.person on delete set null,
    granted_at timestamptz not null default now(),
    check ((role = 'SITE_CONTACT') = (site_id is not null)),
    unique nulls not distinct (person_id, role, site_id)
);

-- Settings of the organisation that administrators change while the network runs.
create table people.setting (
    key   text primary key,
    value text not null
);

-- ---------------------------------------------------------------- when is a person one of us

-- Presence as sets of days, so that rights open and close by themselves at midnight, nobody acting.
create view people.presence with (security_invoker = true) as
select p.id as person_id,
       case when p.agent
            then datemultirange(daterange(p.started_on, p.left_on, '[]'))
            else '{}'::datemultirange end as as_agent,
       coalesce((select range_agg(daterange(m.starts_on, m.ends_on, '[]'))
                   from people.mandate m where m.person_id = p.id), '{}'::datemultirange) as as_elected
  from people.person p
 where p.erased_at is null;

create function people.is_agent_today(person bigint) returns boolean
    language sql stable security definer set search_path = people, pg_temp
    return exists (select 1 from people.person p
                    where p.id = person and p.agent and p.erased_at is null
                      and daterange(p.started_on, p.left_on, '[]') @> current_date);

-- People who share a unit with the viewer today.
create function people.colleagues() returns bigint[]
    language sql stable security definer set search_path = people, pg_temp
    return (select coalesce(array_agg(distinct other.person_id), '{}')
              from people.assignment mine
              join people.assignment other on other.unit_id = mine.unit_id
             where mine.person_id = (select database.viewer())
               and daterange(mine.starts_on, mine.ends_on, '[]') @> current_date
               and daterange(other.starts_on, other.ends_on, '[]') @> current_date);

create function people.viewer_is_agent() returns boolean
    language sql stable security definer set search_path = people, pg_temp
    return people.is_agent_today((select database.viewer()));

create function people.viewer_has_role(wanted text) returns boolean
    language plpgsql stable security definer set search_path = people, pg_temp as $$
declare
    found text := database.kept('viaduc.roles');
begin
    if found is null then
        found := array(select distinct g.role from people.role_grant g where g.person_id = database.viewer())::text;
        perform database.keep('viaduc.roles', found);
    end if;
    return wanted = any (found::text[]);
end $$;

alter function people.is_agent_today(bigint) owner to viaduc_rule;
alter function people.colleagues() owner to viaduc_rule;
alter function people.viewer_is_agent() owner to viaduc_rule;
alter function people.viewer_has_role(text) owner to viaduc_rule;
revoke all on function people.is_agent_today(bigint), people.colleagues(), people.viewer_is_agent(), people.viewer_has_role(text) from public;
grant execute on function people.is_agent_today(bigint), people.colleagues(), people.viewer_is_agent(), people.viewer_has_role(text) to viaduc_web, viaduc_system;

-- ---------------------------------------------------------------- row-level security

-- The directory is open to everybody who is signed in, and to nobody else. What is not the directory's
-- (personal fields, absences, roles) has a rule of its own.
do $$
declare
    directory text;
begin
    foreach directory in array array['commune', 'delegated_commune', 'site', 'unit', 'person', 'assignment', 'mission',
        'person_mission', 'skill', 'person_skill', 'asset', 'asset_holder', 'absence', 'mandate', 'commission',
        'mandate_commission', 'personal_field', 'role_grant', 'setting']
    loop
        execute format('alter table people.%I enable row level security', directory);
        execute format('alter table people.%I force row level security', directory);
        execute format('create policy rule on people.%I to viaduc_rule using (true) with check (true)', directory);
        execute format('create policy system on people.%I to viaduc_system using (true) with check (true)', directory);
        execute format('grant select, insert, update, delete on people.%I to viaduc_system, viaduc_rule', directory);
        execute format('grant select on people.%I to viaduc_web', directory);
        if directory not in ('absence', 'personal_field', 'role_grant') then
            execute format('create policy signed_in on people.%I for select to viaduc_web using ((select database.viewer()) is not null)', directory);
        end if;
    end loop;
end $$;
grant select on people.presence to viaduc_web, viaduc_system, viaduc_rule;

-- One edits one's own profile; names, matricule, assignments and dates come from HR.
create policy own on people.person for update to viaduc_web
    using (id = (select database.viewer())) with check (id = (select database.viewer()));
grant update (about, pronunciation, phone, mobile, picture_id, locale, theme, text_size, updated_at) on people.person to viaduc_web;

call database.let_change('people.person_skill', 'own', 'person_id = (select database.viewer())');
create policy any_skill on people.skill for insert to viaduc_web with check (people.viewer_is_agent());
grant insert, delete on people.person_skill to viaduc_web;
grant insert on people.skill to viaduc_web;
call database.let_change('people.person_mission', 'own', 'person_id = (select database.viewer())');
grant insert, delete on people.person_mission to viaduc_web;

-- Absences are for agents: elected officials see no HR data.
create policy agents on people.absence for select to viaduc_web
    using ((select people.viewer_is_agent()) or person_id = (select database.viewer()));
create policy own on people.absence to viaduc_web
    using (person_id = (select database.viewer()))
    with check (person_id = (select database.viewer()) and (select people.viewer_is_agent()));
-- Who entered it is what the database knows, never what it is told.
grant insert (person_id, starts_on, ends_on, substitute_id, message), delete on people.absence to viaduc_web;

create policy shown on people.personal_field for select to viaduc_web
    using (person_id = (select database.viewer())
        or (visibility = 'everyone' and (select database.viewer()) is not null)
        or (visibility = 'agents' and (select people.viewer_is_agent()))
        or (visibility = 'colleagues' and person_id = any ((select people.colleagues())::bigint[])));
create policy own on people.personal_field to viaduc_web
    using (person_id = (select database.viewer())) with check (person_id = (select database.viewer()));
grant insert, update, delete on people.personal_field to viaduc_web;

-- Site contacts are known to all (one must find them); other roles only to oneself and administrators.
create policy shown on people.role_grant for select to viaduc_web
    using (((select database.viewer()) is not null and role = 'SITE_CONTACT')
        or person_id = (select database.viewer())
        or (select people.viewer_has_role('ADMINISTRATOR')));

call database.note_changes('people.person');
call database.note_changes('people.unit');
call database.note_changes('people.mandate');
call database.note_changes('people.absence');
call database.note_changes('people.role_grant');
