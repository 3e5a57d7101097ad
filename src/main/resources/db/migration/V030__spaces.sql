-- Spaces: places where things are put: the network's own, one page per service, working groups and communities.

create schema spaces;
grant usage on schema spaces to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema spaces to viaduc_rule;

create table spaces.space (
    id             bigint generated always as identity primary key,
    slug           text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
    name           text not null,
    kind           text not null check (kind in ('network', 'service', 'group', 'community')),
    access         text not null default 'open' check (access in ('open', 'request', 'invitation', 'secret')),
    unit_id        bigint unique references people.unit,     -- service pages only
    mission_id     bigint references people.mission on delete set null, -- communities of practice
    circle_id      bigint not null references circles.circle, -- its members; what is put here goes to them unless said otherwise
    shown_to       bigint not null references circles.circle, -- who may know that it exists (a secret space: its members)
    mandatory      boolean not null default false,           -- nobody leaves
    history_shown  boolean not null default true,            -- whether newcomers see what was published before they came
    elected        boolean not null default false,           -- whether elected officials may be members
    members_shown  boolean not null default true,            -- whether others than those who lead see who is a member
    posting        text not null default 'members' check (posting in ('members', 'moderators')),
    description    text,
    welcome        text,                                     -- sanitised HTML, shown to newcomers
    cover_id       bigint references files.file on delete set null,
    tint           integer not null default 1 check (tint between 1 and 6),
    member_count   integer not null default 0,
    created_by     bigint references people.person on delete set null,
    created_at     timestamptz not null default now(),
    archived_at    timestamptz,
    plain_name     text generated always as (people.plain(name)) stored,
    check ((kind = 'service') = (unit_id is not null))
);
create index space_circle on spaces.space (circle_id);
create index space_network on spaces.space (id) where kind = 'network';
create index space_name on spaces.space (plain_name, id);
create index space_search on spaces.space using gin (plain_name public.gin_trgm_ops);
create index space_cover on spaces.space (cover_id) where cover_id is not null;

-- Groups and communities only: the network and the services take their members from the directory.
create table spaces.member (
    space_id   bigint not null references spaces.space on delete cascade,
    person_id  bigint not null references people.person on delete cascade,
    role       text not null default 'member' check (role in ('member', 'moderator', 'owner')),
    state      text not null default 'member' check (state in ('member', 'requested', 'invited')),
    since      timestamptz not null default now(),
    invited_by bigint references people.person on delete set null,
    message    text check (length(message) <= 500),          -- said with a request
    welcomed   boolean not null default false,               -- has closed the welcome text
    primary key (space_id, person_id)
);
create index member_person on spaces.member (person_id, state);

-- The circles that a space has had: a space that hides its past opens a new one each time somebody joins,
-- so that what was published before stays with those who were there.
create table spaces.epoch (
    space_id  bigint not null references spaces.space on delete cascade,
    circle_id bigint not null references circles.circle on delete cascade,
    closed_at timestamptz,
    primary key (space_id, circle_id)
);
create index epoch_circle on spaces.epoch (circle_id);

-- Which spaces one puts in one's own navigation, in what order; nobody else's business.
create table spaces.pinned (
    person_id bigint not null references people.person on delete cascade,
    space_id  bigint not null references spaces.space on delete cascade,
    position  integer not null default 0,
    primary key (person_id, space_id)
);

-- ---------------------------------------------------------------- members make the space's circle

create function spaces.on_member() returns trigger
    language plpgsql security definer set search_path = spaces, circles, people, public, pg_temp as $$
declare
    the_space spaces.space%rowtype;
    joined boolean := tg_op <> 'DELETE' and new.state = 'member' and (tg_op = 'INSERT' or old.state <> 'member');
    left_it boolean := (tg_op = 'DELETE' and old.state = 'member') or (tg_op = 'UPDATE' and old.state = 'member' and new.state <> 'member');
    next_circle bigint;
begin
    if not (joined or left_it) then
        return null;
    end if;
    select * into the_space from spaces.space where id = coalesce(new.space_id, old.space_id) for update;
    if the_space.id is null then
        return null; -- the space itself is being deleted
    end if;
    if joined then
        if not the_space.history_shown and exists (select 1 from spaces.member m
              where m.space_id = the_space.id and m.state = 'member' and m.person_id <> new.person_id) then
            insert into circles.circle (kind, label, key, agents_only)
            values ('list', the_space.name, 'space:' || the_space.id || ':' || clock_timestamp(), not the_space.elected)
            returning id into next_circle;
            insert into circles.listed (circle_id, person_id)
            select next_circle, m.person_id from spaces.member m
             where m.space_id = the_space.id and m.state = 'member' and m.person_id <> new.person_id;
            update spaces.epoch set closed_at = now() where space_id = the_space.id and closed_at is null;
            insert into spaces.epoch (space_id, circle_id) values (the_space.id, next_circle);
            update spaces.space
               set circle_id = next_circle, shown_to = case when shown_to = circle_id then next_circle else shown_to end
             where id = the_space.id;
            the_space.circle_id := next_circle;
        end if;
        insert into circles.listed (circle_id, person_id) values (the_space.circle_id, new.person_id) on conflict do nothing;
    else
        delete from circles.listed l
         where l.person_id = old.person_id
           and l.circle_id in (select e.circle_id from spaces.epoch e where e.space_id = the_space.id);
        delete from spaces.pinned where space_id = the_space.id and person_id = old.person_id;
    end if;
    -- A group that everybody has left is archived.
    update spaces.space s
       set member_count = present.count,
           archived_at = case when present.count = 0 then coalesce(s.archived_at, now()) else s.archived_at end
      from (select count(*) as count from spaces.member m where m.space_id = the_space.id and m.state = 'member') present
     where s.id = the_space.id;
    return null;
end $$;
create trigger circle after insert or update of state or delete on spaces.member
    for each row execute function spaces.on_member();

-- The last owner names another one before going: a group always has somebody to answer for it. Waits for another owner
-- who goes at the same moment.
create function spaces.keep_an_owner() returns trigger
    language plpgsql security definer set search_path = spaces, circles, people, public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and new.role = 'owner' and new.state = 'member' then
        return new;
    end if;
    perform 1 from spaces.space where id = old.space_id for update;
    if session_user = 'viaduc_web'
       and not exists (select 1 from spaces.member m
                        where m.space_id = old.space_id and m.person_id <> old.person_id and m.role = 'owner' and m.state = 'member')
       and exists (select 1 from spaces.member m
                    where m.space_id = old.space_id and m.person_id <> old.person_id and m.state = 'member') then
        raise exception 'the last owner names another one first' using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger owner before update of role, state or delete on spaces.member
    for each row when (old.role = 'owner' and old.state = 'member') execute function spaces.keep_an_owner();

-- The circles of a group are named after it. Its picture is one's own file.
create function spaces.on_space() returns trigger
    language plpgsql security definer set search_path = spaces, circles, files, public, pg_temp as $$
begin
    if new.name <> old.name then
        update circles.circle c set label = new.name
          from spaces.epoch e where e.space_id = new.id and c.id = e.circle_id and c.kind = 'list';
    end if;
    if session_user = 'viaduc_web' and new.cover_id is not null and new.cover_id is distinct from old.cover_id
       and not exists (select 1 from files.file f where f.id = new.cover_id and f.owner_id = database.viewer()) then
        raise exception 'not the viewer''s file' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create trigger renamed after update of name, cover_id on spaces.space for each row execute function spaces.on_space();

-- ---------------------------------------------------------------- who may do what

-- Where the viewer has a part, whatever it is (member, requested, invited).
create function spaces.involved() returns bigint[]
    language plpgsql stable security definer set search_path = spaces, pg_temp as $$
declare
    found text := database.kept('viaduc.involved');
begin
    if found is null then
        found := coalesce((select array_agg(m.space_id) from spaces.member m
                            where m.person_id = database.viewer() and circles.viewer_is_here())::text, '');
        perform database.keep('viaduc.involved', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;

-- Where the viewer answers for the space: its owners, the head of the service, communication for the network; and an
-- administrator where nobody who is still here owns a group that is not secret. Each part starts from the viewer, and
-- roles are asked once: every page of items calls this, in networks of thousands of spaces.
create function spaces.owned() returns bigint[]
    language plpgsql stable security definer set search_path = spaces, people, pg_temp as $$
declare
    found text := database.kept('viaduc.owned');
    places bigint[];
begin
    if found is null then
        places := array(select m.space_id from spaces.member m join spaces.space s on s.id = m.space_id
                         where m.person_id = database.viewer() and m.state = 'member' and m.role = 'owner'
                           and s.circle_id = any ((select circles.readable())::bigint[])
                        union all
                        select s.id from people.unit u join spaces.space s on s.unit_id = u.id where u.head_id = database.viewer());
        -- Most people answer for none.
        if cardinality(places) = 0 and not people.viewer_has_role('COMMUNICATION') and not people.viewer_has_role('ADMINISTRATOR') then
            null;
        elsif not circles.viewer_is_here() then
            places := '{}';
        else
            if people.viewer_has_role('COMMUNICATION') then
                places := places || array(select s.id from spaces.space s where s.kind = 'network');
            end if;
            if people.viewer_has_role('ADMINISTRATOR') then
                places := places || array(
                    select s.id from spaces.space s
                     where s.kind in ('network', 'service')
                        or (s.access <> 'secret'
                            and not exists (select 1 from spaces.member m join circles.member c on c.person_id = m.person_id
                                             where m.space_id = s.id and m.state = 'member' and m.role = 'owner'
                                               and c.circle_id = s.circle_id and c.valid @> current_date)));
            end if;
        end if;
        found := coalesce((select array_agg(distinct id) from unnest(places) id)::text, '');
        perform database.keep('viaduc.owned', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;

-- Where the viewer keeps order: those who answer for the space, and its moderators.
create function spaces.led() returns bigint[]
    language plpgsql stable security definer set search_path = spaces, people, pg_temp as $$
declare
    found text := database.kept('viaduc.led');
begin
    if found is null then
        found := coalesce((select array_agg(id) from (
                     select unnest(spaces.owned()) as id
                     union
                     select m.space_id from spaces.member m join spaces.space s on s.id = m.space_id
                      where m.person_id = database.viewer() and m.state = 'member' and m.role = 'moderator'
                        and s.circle_id = any ((select circles.readable())::bigint[])) places)::text, '');
        perform database.keep('viaduc.led', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;

-- Where the viewer may publish. Elected officials do not publish to the whole network.
create function spaces.postable() returns bigint[]
    language sql stable security definer set search_path = spaces, people, pg_temp
    return (select array_agg(id) from (
                select s.id from spaces.space s
                 where s.archived_at is null and s.circle_id = any ((select circles.readable())::bigint[])
                   and (s.posting = 'members' or s.id = any ((select spaces.led())::bigint[]))
                   and (s.kind <> 'network' or (select people.viewer_is_agent()))
                union
                select s.id from spaces.space s
                 where s.archived_at is null and s.kind in ('network', 'service')
                   and (select people.viewer_has_role('COMMUNICATION'))) places);

-- ---------------------------------------------------------------- what may be done

-- An address for a new space: its name, and a number when another one has it.
create function spaces.free_slug(name text) returns text
    language plpgsql stable set search_path = spaces, people, public, pg_temp as $$
declare
    base text := trim(both '-' from left(regexp_replace(people.plain(name), '[^a-z0-9]+', '-', 'g'), 60));
    tried text;
begin
    if base in ('', 'nouveau') then
        base := 'groupe';
    end if;
    for number in 1 .. 10000 loop
        tried := base || case when number = 1 then '' else '-' || number end;
        exit when not exists (select 1 from spaces.space where slug = tried);
    end loop;
    return tried;
end $$;

-- An address that tells nothing, for a secret space.
create function spaces.hidden_slug() returns text
    language sql volatile set search_path = spaces, public, pg_temp
    return 'groupe-' || left(replace(gen_random_uuid()::text, '-', ''), 12);

-- The circle of those who may know that a space exists.
create function spaces.audience(access text, kind text, elected boolean, members bigint) returns bigint
    language sql stable set search_path = circles, pg_temp
    return case when audience.access = 'secret' or audience.kind = 'network' then audience.members
                else (select c.id from circles.circle c
                       where c.kind = case when audience.elected or audience.kind = 'service' then 'everyone' else 'agents' end) end;

-- Whether the viewer may open a group, by the setting "spaces.opened_by": 'agents' (any agent) or 'communication'.
create function spaces.viewer_may_open() returns boolean
    language sql stable security definer set search_path = spaces, people, pg_temp
    return people.viewer_is_agent()
       and (coalesce((select value from people.setting where key = 'spaces.opened_by'), 'agents') = 'agents'
            or people.viewer_has_role('COMMUNICATION') or people.viewer_has_role('ADMINISTRATOR'));

-- Opens a space. Groups get a circle of their own; a service page takes its unit's, the network everybody's.
-- The slug may be null: it is made from the name. People of the web open groups and communities; jobs anything.
create function spaces.open(the_slug text, the_name text, the_kind text, the_access text, unit bigint, options jsonb) returns bigint
    language plpgsql security definer set search_path = spaces, circles, people, public, pg_temp as $$
declare
    members bigint;
    made bigint;
    the_elected boolean := coalesce((options ->> 'elected')::boolean, the_kind = 'network');
    founder bigint := coalesce(database.viewer(), (options ->> 'creator')::bigint);
begin
    -- Within a trigger it is the house that opens: the page of a service that an administrator makes.
    if session_user = 'viaduc_web' and pg_trigger_depth() = 0 and (the_kind not in ('group', 'community') or not spaces.viewer_may_open()) then
        raise exception 'not allowed to open a space of this kind' using errcode = 'insufficient_privilege';
    end if;
    if the_access = 'secret' then
        the_slug := spaces.hidden_slug();
    elsif the_slug is null then
        the_slug := spaces.free_slug(the_name);
    end if;
    if the_kind = 'service' then
        select id into strict members from circles.circle where kind = 'unit' and ref = unit::text;
    elsif the_kind = 'network' then
        select id into strict members from circles.circle where kind = coalesce(options ->> 'circle', 'everyone');
    else
        insert into circles.circle (kind, label, key, agents_only)
        values ('list', the_name, 'space:' || the_slug || ':' || clock_timestamp(), not the_elected) returning id into members;
    end if;
    insert into spaces.space (slug, name, kind, access, unit_id, mission_id, circle_id, shown_to, mandatory, history_shown, elected,
                              members_shown, posting, description, welcome, tint, created_by)
    values (the_slug, the_name, the_kind, the_access, unit, (options ->> 'mission')::bigint, members,
            spaces.audience(the_access, the_kind, the_elected, members),
            case when session_user = 'viaduc_web' and pg_trigger_depth() = 0 then false else coalesce((options ->> 'mandatory')::boolean, false) end,
            coalesce((options ->> 'history')::boolean, true), the_elected, coalesce((options ->> 'members_shown')::boolean, true),
            coalesce(options ->> 'posting', 'members'), options ->> 'description', options ->> 'welcome',
            coalesce((options ->> 'tint')::integer, 1), founder)
    returning id into made;
    insert into spaces.epoch (space_id, circle_id) values (made, members);
    if the_kind in ('group', 'community') and founder is not null then
        insert into spaces.member (space_id, person_id, role, welcomed)
        values (made, founder, 'owner', true);
    end if;
    return made;
end $$;

-- The viewer joins, or asks to; answers an invitation. Returns what the viewer has become ('member' or 'requested'),
-- null where there is nothing that the viewer may know of, 'refused' where one does not enter that way.
create function spaces.join(the_space bigint, words text) returns text
    language plpgsql security definer set search_path = spaces, circles, people, public, pg_temp as $$
declare
    viewer bigint := database.viewer();
    s spaces.space%rowtype;
    before text;
    after text;
begin
    select * into s from spaces.space where id = the_space for update;
    before := (select m.state from spaces.member m where m.space_id = the_space and m.person_id = viewer);
    if s.id is null or not circles.viewer_is_here()
       or not (before is not null or s.shown_to = any (circles.readable()) or s.circle_id = any (circles.readable())) then
        return null;
    end if;
    if before = 'member' then
        return 'member';
    end if;
    after := case when s.kind not in ('group', 'community') or s.archived_at is not null then 'refused'
                  when not s.elected and not people.viewer_is_agent() then 'refused'
                  when before = 'invited' or s.access = 'open' then 'member'
                  when s.access = 'request' then 'requested'
                  else 'refused' end;
    if after in ('member', 'requested') then
        insert into spaces.member (space_id, person_id, state, message)
        values (the_space, viewer, after, case when after = 'requested' then words end)
        on conflict (space_id, person_id) do update set state = excluded.state, message = excluded.message, since = now();
    end if;
    return after;
end $$;

-- The viewer leaves, takes a request back, or declines an invitation. False where nobody leaves.
create function spaces.leave(the_space bigint) returns boolean
    language plpgsql security definer set search_path = spaces, pg_temp as $$
begin
    perform 1 from spaces.space where id = the_space for update;
    if exists (select 1 from spaces.space s join spaces.member m on m.space_id = s.id
                where s.id = the_space and s.mandatory and m.person_id = database.viewer() and m.state = 'member') then
        return false;
    end if;
    delete from spaces.member where space_id = the_space and person_id = database.viewer();
    return found;
end $$;

-- Those who lead invite: returns who is now invited, or has become a member (had asked, or the space is mandatory).
create function spaces.invite(the_space bigint, persons bigint[]) returns table (person bigint, state text)
    language plpgsql security definer rows 10 set search_path = spaces, circles, people, public, pg_temp as $$
declare
    s spaces.space%rowtype;
begin
    select * into s from spaces.space where id = the_space for update;
    if s.id is null or s.kind not in ('group', 'community') or s.archived_at is not null
       or the_space <> all (coalesce(spaces.led(), '{}')) then
        raise exception 'not allowed to invite' using errcode = 'insufficient_privilege';
    end if;
    return query
    insert into spaces.member as m (space_id, person_id, state, invited_by)
    select the_space, p.person_id, case when s.mandatory then 'member' else 'invited' end, database.viewer()
      from people.presence p
     where p.person_id = any (persons)
       and (p.as_agent @> current_date or (s.elected and p.as_elected @> current_date))
     order by p.person_id
    on conflict (space_id, person_id) do update set state = 'member', since = now()
      where m.state = 'requested' or (m.state = 'invited' and s.mandatory)
    returning m.person_id, m.state;
end $$;

-- Those who lead answer a request. False when there is none.
create function spaces.answer(the_space bigint, the_person bigint, accepted boolean) returns boolean
    language plpgsql security definer set search_path = spaces, pg_temp as $$
begin
    if the_space <> all (coalesce(spaces.led(), '{}')) then
        raise exception 'not allowed to answer' using errcode = 'insufficient_privilege';
    end if;
    perform 1 from spaces.space where id = the_space for update;
    if accepted then
        update spaces.member m set state = 'member', since = now()
         where m.space_id = the_space and m.person_id = the_person and m.state = 'requested'
           and exists (select 1 from spaces.space s where s.id = the_space and s.archived_at is null);
    else
        delete from spaces.member m where m.space_id = the_space and m.person_id = the_person and m.state = 'requested';
    end if;
    return found;
end $$;

-- Those who lead take a member out, or an invitation back; a moderator cannot do so to another one or to an owner.
create function spaces.remove(the_space bigint, the_person bigint) returns boolean
    language plpgsql security definer set search_path = spaces, pg_temp as $$
begin
    if the_space <> all (coalesce(spaces.led(), '{}')) or the_person = database.viewer() then
        raise exception 'not allowed to remove' using errcode = 'insufficient_privilege';
    end if;
    perform 1 from spaces.space where id = the_space for update;
    delete from spaces.member m
     where m.space_id = the_space and m.person_id = the_person
       and (m.role = 'member' or the_space = any (spaces.owned()));
    return found;
end $$;

-- Owners give roles. False when the person is not a member.
create function spaces.set_role(the_space bigint, the_person bigint, the_role text) returns boolean
    language plpgsql security definer set search_path = spaces, pg_temp as $$
begin
    if the_space <> all (coalesce(spaces.owned(), '{}')) then
        raise exception 'not allowed to give roles' using errcode = 'insufficient_privilege';
    end if;
    perform 1 from spaces.space where id = the_space for update;
    update spaces.member m set role = the_role where m.space_id = the_space and m.person_id = the_person and m.state = 'member';
    return found;
end $$;

-- The welcome text was read.
create function spaces.welcomed(the_space bigint) returns void
    language sql security definer set search_path = spaces, pg_temp as $$
    update spaces.member set welcomed = true where space_id = the_space and person_id = database.viewer()
$$;

-- Who enters and how, whether elected officials do, whether newcomers see the past: who may know the space follows.
-- Becoming secret gives another address, which tells nothing. Opening accepts those who had asked. Elected officials
-- leave a space that closes to them. What was published keeps its circle: nobody sees more than before by this.
create function spaces.set_rules(the_space bigint, the_access text, the_elected boolean, history boolean) returns text
    language plpgsql security definer set search_path = spaces, circles, people, public, pg_temp as $$
declare
    s spaces.space%rowtype;
    persons bigint[];
begin
    select * into s from spaces.space where id = the_space for update;
    if s.id is null or s.kind not in ('group', 'community') or the_space <> all (coalesce(spaces.owned(), '{}')) then
        raise exception 'not allowed to change the rules' using errcode = 'insufficient_privilege';
    end if;
    if s.elected and not the_elected then
        delete from spaces.member m
         where m.space_id = the_space and not people.is_agent_today(m.person_id)
           and exists (select 1 from people.mandate d where d.person_id = m.person_id);
    end if;
    select * into s from spaces.space where id = the_space;
    update spaces.space
       set access = the_access, elected = the_elected, history_shown = history,
           shown_to = spaces.audience(the_access, s.kind, the_elected, s.circle_id),
           slug = case when the_access = 'secret' and s.access <> 'secret' then spaces.hidden_slug() else s.slug end
     where id = the_space
    returning slug into s.slug;
    if s.elected <> the_elected then
        update circles.circle c set agents_only = not the_elected
          from spaces.epoch e where e.space_id = the_space and c.id = e.circle_id and c.kind = 'list';
        persons := array(select distinct l.person_id from circles.listed l join spaces.epoch e on e.circle_id = l.circle_id
                          where e.space_id = the_space);
        perform circles.refresh(persons);
    end if;
    if the_access = 'open' then
        update spaces.member set state = 'member', since = now() where space_id = the_space and state = 'requested';
    end if;
    return s.slug;
end $$;

-- Communication and administrators decide that nobody leaves a space.
create function spaces.set_mandatory(the_space bigint, wanted boolean) returns boolean
    language plpgsql security definer set search_path = spaces, people, circles, pg_temp as $$
begin
    if not (people.viewer_has_role('COMMUNICATION') or people.viewer_has_role('ADMINISTRATOR')) then
        raise exception 'not allowed to make a space mandatory' using errcode = 'insufficient_privilege';
    end if;
    update spaces.space s set mandatory = wanted
     where s.id = the_space and s.access <> 'secret' and s.kind in ('group', 'community')
       and (s.shown_to = any (circles.readable()) or s.circle_id = any (circles.readable()));
    return found;
end $$;

-- ---------------------------------------------------------------- row-level security

do $$
declare
    t text;
    f regprocedure;
begin
    foreach t in array array['space', 'member', 'epoch', 'pinned'] loop
        execute format('alter table spaces.%I enable row level security', t);
        execute format('alter table spaces.%I force row level security', t);
        execute format('create policy rule on spaces.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on spaces.%I to viaduc_rule', t);
    end loop;
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'spaces' loop
        execute format('alter function %s owner to viaduc_rule', f);
        execute format('revoke all on function %s from public', f);
    end loop;
end $$;
grant execute on function spaces.open(text, text, text, text, bigint, jsonb), spaces.involved(), spaces.owned(), spaces.led(),
    spaces.postable() to viaduc_web, viaduc_system;
grant execute on function spaces.viewer_may_open(), spaces.join(bigint, text), spaces.leave(bigint), spaces.invite(bigint, bigint[]),
    spaces.answer(bigint, bigint, boolean), spaces.remove(bigint, bigint), spaces.set_role(bigint, bigint, text),
    spaces.welcomed(bigint), spaces.set_rules(bigint, text, boolean, boolean), spaces.set_mandatory(bigint, boolean) to viaduc_web;
grant select on spaces.space, spaces.member to viaduc_system;
create policy system on spaces.space for select to viaduc_system using (true);
create policy system on spaces.member for select to viaduc_system using (true);

-- Members are written by the functions above alone: one rule, whoever asks.
grant select on spaces.space, spaces.member, spaces.pinned to viaduc_web;
grant update (name, description, welcome, cover_id, tint, mission_id, posting, members_shown, archived_at) on spaces.space to viaduc_web;
grant insert, update, delete on spaces.pinned to viaduc_web;

create policy shown on spaces.space for select to viaduc_web
    using (shown_to = any ((select circles.readable())::bigint[])
        or circle_id = any ((select circles.readable())::bigint[])
        or id = any ((select spaces.involved())::bigint[]));
create policy owned on spaces.space for update to viaduc_web
    using (id = any ((select spaces.owned())::bigint[])) with check (id = any ((select spaces.owned())::bigint[]));

-- Members are shown to those who may know the space, unless it hides them (a union's section: nobody at the employer
-- sees who belongs); in a secret space, to members. Requests and invitations to those who lead it and to the person concerned.
create policy shown on spaces.member for select to viaduc_web
    using (person_id = (select database.viewer())
        or space_id = any ((select spaces.led())::bigint[])
        or (state = 'member' and exists (select 1 from spaces.space s
                                          where s.id = space_id and s.members_shown
                                            and (s.access <> 'secret' or s.circle_id = any ((select circles.readable())::bigint[])))));
create policy own on spaces.pinned to viaduc_web
    using (person_id = (select database.viewer()))
    with check (person_id = (select database.viewer()) and exists (select 1 from spaces.space s where s.id = space_id));

-- The circle of a space that one may know of has a name for one, and a size.
create policy space on circles.circle for select to viaduc_web
    using (kind = 'list' and exists (select 1 from spaces.space s where s.circle_id = circle.id));

-- The picture of a space is for those who may know the space.
create policy cover on files.file for select to viaduc_web
    using (exists (select 1 from spaces.space s where s.cover_id = file.id));

-- Every unit of kind "service" has its page, named and renamed with it.
create function spaces.on_unit() returns trigger
    language plpgsql security definer set search_path = spaces, circles, people, public, pg_temp as $$
begin
    if new.kind = 'service' and not exists (select 1 from spaces.space where unit_id = new.id) then
        perform spaces.open(left('service-' || new.slug, 80), new.name, 'service', 'invitation', new.id, '{"mandatory": true, "elected": false}');
    else
        update spaces.space set name = new.name where unit_id = new.id and name <> new.name;
    end if;
    return null;
end $$;
alter function spaces.on_unit() owner to viaduc_rule;
revoke all on function spaces.on_unit() from public;
create trigger page after insert or update of name, kind on people.unit for each row execute function spaces.on_unit();

call database.note_changes('spaces.space');
call database.note_changes('spaces.member');
call database.note_changes('spaces.pinned');

do $$ begin
    perform spaces.open('tous', 'Toute l’Agglomération', 'network', 'invitation', null, '{"mandatory": true, "circle": "everyone", "elected": true}');
    perform spaces.open('agents', 'Tous les agents', 'network', 'invitation', null, '{"mandatory": true, "circle": "agents", "elected": false}');
end $$;
