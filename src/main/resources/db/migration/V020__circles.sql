-- Circles: who may see what. A circle is a set of people; membership is materialised and kept right here,
-- by the database, whenever people move, join or leave.

create schema circles;
grant usage on schema circles to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema circles to viaduc_rule;

create table circles.circle (
    id         bigint generated always as identity primary key,
    kind       text not null check (kind in
               ('everyone', 'agents', 'elected', 'unit', 'site', 'commune', 'mission', 'commission', 'person', 'list', 'combination')),
    ref        text,                      -- id (or INSEE code) of the unit, site, commune...; null for everyone, agents, elected, list
    key        text unique,               -- canonical form of a combination: '3&5|7'
    label      text not null,
    head_count integer not null default 0,
    elected    boolean not null default false, -- whether elected officials are in it today
    agents_only boolean not null default false, -- a list that takes nobody on the days when they are not agents
    directory  boolean not null default false, -- a combination whose label and size say nothing that the directory does not
    unique nulls not distinct (kind, ref, key, label)
);
create unique index circle_atom on circles.circle (kind, coalesce(ref, '')) where kind not in ('list', 'combination');

-- A combination is a union (term_no) of intersections (base_id).
create table circles.term (
    circle_id bigint not null references circles.circle on delete cascade,
    term_no   integer not null,
    base_id   bigint not null references circles.circle on delete cascade,
    size      integer not null,           -- how many bases this intersection has
    primary key (circle_id, term_no, base_id)
);
create index term_base on circles.term (base_id);

-- Lists: people named one by one by an upper module (the members of a space, the addressees of a document).
create table circles.listed (
    circle_id bigint not null references circles.circle on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    primary key (circle_id, person_id)
);
create index listed_person on circles.listed (person_id);

-- Who is in which circle, and on which days: mandates end by themselves. No foreign key on person_id:
-- person 0 is nobody, the elected official of the preview "Voir comme un élu".
create table circles.member (
    person_id bigint not null,
    circle_id bigint not null references circles.circle on delete cascade,
    valid     datemultirange not null default '{(,)}',
    primary key (person_id, circle_id)
) with (fillfactor = 90);
create index member_circle on circles.member (circle_id, person_id);

do $$
declare
    t text;
begin
    foreach t in array array['circle', 'term', 'listed', 'member'] loop
        execute format('alter table circles.%I enable row level security', t);
        execute format('alter table circles.%I force row level security', t);
        execute format('create policy rule on circles.%I to viaduc_rule using (true) with check (true)', t);
        execute format('create policy system on circles.%I for select to viaduc_system using (true)', t);
        execute format('grant select, insert, update, delete on circles.%I to viaduc_rule', t);
        execute format('grant select on circles.%I to viaduc_web, viaduc_system', t);
    end loop;
end $$;

-- ---------------------------------------------------------------- the one rule

-- The circles that the viewer is in today: evaluated once per statement, as
--   circle_id = any ((select circles.readable()))
-- NULL without a viewer, so that nothing matches.
create function circles.readable() returns bigint[]
    language plpgsql stable security definer set search_path = circles, pg_temp as $$
declare
    found text := database.kept('viaduc.readable');
begin
    if found is null then
        found := coalesce((select array_agg(m.circle_id) from circles.member m
                            where m.person_id = database.viewer() and m.valid @> current_date)::text, '');
        perform database.keep('viaduc.readable', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;
alter function circles.readable() owner to viaduc_rule;
revoke all on function circles.readable() from public;
grant execute on function circles.readable() to viaduc_web, viaduc_system, viaduc_rule;

-- Whether the viewer is one of us today: employed, or holding a mandate.
create function circles.viewer_is_here() returns boolean
    language sql stable security definer set search_path = circles, pg_temp
    return exists (select 1 from circles.member m join circles.circle c on c.id = m.circle_id
                    where c.kind = 'everyone' and m.person_id = database.viewer() and m.valid @> current_date);

create policy shown on circles.circle for select to viaduc_web
    using (((select database.viewer()) is not null
            and (directory or kind in ('everyone', 'agents', 'elected', 'unit', 'site', 'commune', 'mission', 'commission')))
        or id = any ((select circles.readable())::bigint[]));
create policy shown on circles.term for select to viaduc_web
    using (exists (select 1 from circles.circle c where c.id = circle_id));
create policy own on circles.member for select to viaduc_web using (person_id = (select database.viewer()));
create policy own on circles.listed for select to viaduc_web using (person_id = (select database.viewer()));

-- ---------------------------------------------------------------- membership

-- What puts a person in a circle. Days are counted with presence: who has left is in nothing.
create function circles.sources(persons bigint[])
    returns table (person_id bigint, kind text, ref text, valid datemultirange)
    language sql stable rows 2000 set search_path = circles, people, public, pg_temp as $$
    with here as materialized (select * from people.presence where person_id = any (persons))
    select person_id, 'everyone', null, as_agent + as_elected from here
    union all select person_id, 'agents', null, as_agent from here
    union all select person_id, 'elected', null, as_elected from here
    union all select person_id, 'person', person_id::text, as_agent + as_elected from here
    union all
    select h.person_id, 'unit', ancestor.ref, datemultirange(daterange(a.starts_on, a.ends_on, '[]')) * h.as_agent
      from here h
      join people.assignment a on a.person_id = h.person_id
      join people.unit u on u.id = a.unit_id
      cross join lateral unnest(string_to_array(u.path::text, '.')) as ancestor(ref)
    union all
    select h.person_id, 'site', a.site_id::text, datemultirange(daterange(a.starts_on, a.ends_on, '[]')) * h.as_agent
      from here h join people.assignment a on a.person_id = h.person_id
     where a.site_id is not null
    union all
    select h.person_id, 'commune', s.commune_insee, datemultirange(daterange(a.starts_on, a.ends_on, '[]')) * h.as_agent
      from here h join people.assignment a on a.person_id = h.person_id join people.site s on s.id = a.site_id
     where s.commune_insee is not null
    union all
    select h.person_id, 'commune', m.commune_insee, datemultirange(daterange(m.starts_on, m.ends_on, '[]'))
      from here h join people.mandate m on m.person_id = h.person_id
     where m.commune_insee is not null
    union all
    select h.person_id, 'mission', pm.mission_id::text, h.as_agent
      from here h join people.person_mission pm on pm.person_id = h.person_id
    union all
    select h.person_id, 'commission', mc.commission_id::text, datemultirange(daterange(m.starts_on, m.ends_on, '[]'))
      from here h
      join people.mandate m on m.person_id = h.person_id
      join people.mandate_commission mc on mc.mandate_id = m.id
    union all
    select 0, k.kind, null, '{(,)}'::datemultirange
      from (values ('everyone'), ('elected')) k(kind) where 0 = any (persons)
$$;

-- The membership that these persons should have, combinations included.
create function circles.due(persons bigint[])
    returns table (circle_id bigint, person_id bigint, valid datemultirange)
    language sql stable rows 2000 set search_path = circles, people, public, pg_temp as $$
    with here as materialized (select person_id, as_agent, as_agent + as_elected as days from people.presence where person_id = any (persons)),
    base as materialized (
        select c.id as circle_id, s.person_id, range_agg(s.valid) as valid
          from circles.sources(persons) s
          join circles.circle c on c.kind = s.kind and coalesce(c.ref, '') = coalesce(s.ref, '') and c.kind not in ('list', 'combination')
         group by 1, 2
        union all
        select l.circle_id, l.person_id, case when c.agents_only then h.as_agent else h.days end
          from circles.listed l join here h using (person_id) join circles.circle c on c.id = l.circle_id
    ),
    met as (
        select t.circle_id, t.term_no, b.person_id, range_intersect_agg(b.valid) as valid
          from circles.term t join base b on b.circle_id = t.base_id
         group by 1, 2, 3
        having count(*) = max(t.size)
    )
    select circle_id, person_id, valid from base where not isempty(valid)
    union all
    select circle_id, person_id, range_agg(valid) from met where not isempty(valid) group by 1, 2
$$;

-- Locks first and counts in another statement, which sees what those it waited for have done.
create function circles.count_heads(touched bigint[]) returns void
    language plpgsql set search_path = circles, pg_temp as $$
begin
    perform 1 from circles.circle where id = any (touched) order by id for no key update;
    update circles.circle c set head_count = counted.heads, elected = counted.elected
      from (select t.id, count(m.person_id)::integer as heads,
                   coalesce(bool_or(m.person_id in (select e.person_id from circles.member e join circles.circle k on k.id = e.circle_id
                                                     where k.kind = 'elected' and e.valid @> current_date)), false) as elected
              from unnest(touched) t(id)
              left join circles.member m on m.circle_id = t.id and m.person_id > 0 and m.valid @> current_date
             group by t.id) counted
     where counted.id = c.id and (c.head_count, c.elected) is distinct from (counted.heads, counted.elected);
end $$;

-- Makes the membership of these persons right. Called by triggers; calling it again changes nothing.
create function circles.refresh(persons bigint[]) returns void
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
declare
    touched bigint[];
    newest bigint;
begin
    if coalesce(cardinality(persons), 0) = 0 then
        return;
    end if;
    -- Two moves of the same person at once wait for each other, so that neither forgets the other's.
    perform 1 from people.person where id = any (persons) order by id for no key update;
    loop
        newest := (select max(circle_id) from circles.term);
        with due as materialized (select * from circles.due(persons)),
        gone as (
            delete from circles.member m
             where m.person_id = any (persons)
               and not exists (select 1 from due d where d.person_id = m.person_id and d.circle_id = m.circle_id)
            returning m.circle_id),
        put as (
            insert into circles.member as m (person_id, circle_id, valid)
            select person_id, circle_id, valid from due
            on conflict (person_id, circle_id) do update set valid = excluded.valid where m.valid <> excluded.valid
            returning m.circle_id)
        select array_agg(distinct circle_id) into touched
          from (select circle_id from gone union all select circle_id from put) t;
        exit when touched is null;
        perform circles.count_heads(touched);
        -- A combination made meanwhile read these circles as they were before (combine() locks them while it reads): again.
        exit when not exists (select 1 from circles.term t where t.base_id = any (touched) and t.circle_id > coalesce(newest, 0));
    end loop;
end $$;

-- Bulk work (an import) defers: the persons are noted and refreshed once, before the transaction commits.
create table circles.pending (
    person_id bigint -- null: the one row of a transaction that wakes the trigger
);
create index pending_wake on circles.pending (person_id) where person_id is null;
alter table circles.pending enable row level security;
alter table circles.pending force row level security;
create policy rule on circles.pending to viaduc_rule using (true) with check (true);
grant select, insert, delete on circles.pending to viaduc_rule;

create function circles.refresh_pending() returns trigger
    language plpgsql security definer set search_path = circles, pg_temp as $$
declare
    persons bigint[];
begin
    with taken as (delete from circles.pending returning person_id)
    select array_agg(distinct person_id) into persons from taken where person_id is not null;
    perform circles.refresh(persons);
    return null;
end $$;

create function circles.moved(persons bigint[]) returns void
    language plpgsql security definer set search_path = circles, pg_temp as $$
begin
    if current_setting('circles.deferred', true) = 'on' then
        insert into circles.pending select distinct p from unnest(persons) p where p is not null;
        insert into circles.pending select null where not exists (select 1 from circles.pending where person_id is null);
    else
        perform circles.refresh(persons);
    end if;
end $$;

-- ---------------------------------------------------------------- circles of their own for units, sites, communes...

create function circles.follow() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
declare
    the_kind text := tg_argv[0];
    the_ref  text := case when tg_argv[1] = 'insee' then to_jsonb(coalesce(new, old)) ->> 'insee' else to_jsonb(coalesce(new, old)) ->> 'id' end;
begin
    if tg_op = 'DELETE' then
        delete from circles.circle where kind = the_kind and ref = the_ref;
    elsif tg_op = 'INSERT' then
        insert into circles.circle (kind, ref, label) values (the_kind, the_ref, new.name)
        on conflict do nothing;
    elsif new.name is distinct from old.name then
        update circles.circle set label = new.name where kind = the_kind and ref = the_ref;
    end if;
    return null;
end $$;
-- Persons come by thousands: their circles are made a statement at a time.
create function circles.follow_persons() returns trigger
    language plpgsql security definer set search_path = circles, people, pg_temp as $$
begin
    insert into circles.circle (kind, ref, label)
    select 'person', id::text, name from fresh
    on conflict do nothing;
    return null;
end $$;

create trigger circle after insert or update or delete on people.unit for each row execute function circles.follow('unit', 'id');
create trigger circle after insert or update or delete on people.site for each row execute function circles.follow('site', 'id');
create trigger circle after insert or update or delete on people.commune for each row execute function circles.follow('commune', 'insee');
create trigger circle after insert or update or delete on people.mission for each row execute function circles.follow('mission', 'id');
create trigger circle after insert or update or delete on people.commission for each row execute function circles.follow('commission', 'id');
create trigger a_circle after insert on people.person referencing new table as fresh
    for each statement execute function circles.follow_persons();
create trigger circle after update or delete on people.person for each row execute function circles.follow('person', 'id');

insert into circles.circle (kind, label) values ('everyone', 'Tout le monde'), ('agents', 'Tous les agents'), ('elected', 'Tous les élus');
insert into circles.circle (kind, ref, label) select 'commune', insee, name from people.commune;

-- ---------------------------------------------------------------- what moves people

create function circles.on_new() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
declare
    persons bigint[];
begin
    execute format('select array_agg(distinct %I) from fresh', tg_argv[0]) into persons;
    perform circles.moved(persons);
    return null;
end $$;
create function circles.on_gone() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
declare
    persons bigint[];
begin
    execute format('select array_agg(distinct %I) from stale', tg_argv[0]) into persons;
    perform circles.moved(persons);
    return null;
end $$;
create function circles.on_change() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
declare
    persons bigint[];
begin
    execute format('select array_agg(distinct person) from (
        (select %1$I as person, %2$s from fresh except select %1$I, %2$s from stale)
        union all (select %1$I, %2$s from stale except select %1$I, %2$s from fresh)) changed', tg_argv[0], tg_argv[1]) into persons;
    perform circles.moved(persons);
    return null;
end $$;

create trigger b_moved_in after insert on people.person referencing new table as fresh
    for each statement execute function circles.on_new('id');
create trigger moved after update on people.person referencing new table as fresh old table as stale
    for each statement execute function circles.on_change('id', 'agent, started_on, left_on, erased_at');
create trigger moved_out after delete on people.person referencing old table as stale
    for each statement execute function circles.on_gone('id');

create trigger moved_in after insert on people.assignment referencing new table as fresh
    for each statement execute function circles.on_new('person_id');
create trigger moved after update on people.assignment referencing new table as fresh old table as stale
    for each statement execute function circles.on_change('person_id', 'unit_id, site_id, starts_on, ends_on');
create trigger moved_out after delete on people.assignment referencing old table as stale
    for each statement execute function circles.on_gone('person_id');

create trigger moved_in after insert on people.person_mission referencing new table as fresh
    for each statement execute function circles.on_new('person_id');
create trigger moved after update on people.person_mission referencing new table as fresh old table as stale
    for each statement execute function circles.on_change('person_id', 'mission_id');
create trigger moved_out after delete on people.person_mission referencing old table as stale
    for each statement execute function circles.on_gone('person_id');

create trigger moved_in after insert on people.mandate referencing new table as fresh
    for each statement execute function circles.on_new('person_id');
create trigger moved after update on people.mandate referencing new table as fresh old table as stale
    for each statement execute function circles.on_change('person_id', 'commune_insee, starts_on, ends_on');
create trigger moved_out after delete on people.mandate referencing old table as stale
    for each statement execute function circles.on_gone('person_id');

create function circles.on_commission() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
begin
    perform circles.moved(array(select m.person_id from people.mandate m
                                 where m.id in (coalesce(new.mandate_id, 0), coalesce(old.mandate_id, 0))));
    return null;
end $$;
create trigger moved after insert or update or delete on people.mandate_commission
    for each row execute function circles.on_commission();

create trigger moved_in after insert on circles.listed referencing new table as fresh
    for each statement execute function circles.on_new('person_id');
create trigger moved_out after delete on circles.listed referencing old table as stale
    for each statement execute function circles.on_gone('person_id');

-- A unit that changes parents, a site that changes communes, move all who work there.
create function circles.on_unit_move() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
begin
    perform circles.moved(array(select distinct a.person_id from people.assignment a where a.unit_id = new.id));
    return null;
end $$;
create trigger moved after update on people.unit for each row when (old.path is distinct from new.path)
    execute function circles.on_unit_move();
create function circles.on_site_move() returns trigger
    language plpgsql security definer set search_path = circles, people, public, pg_temp as $$
begin
    perform circles.moved(array(select distinct a.person_id from people.assignment a where a.site_id = new.id));
    return null;
end $$;
create trigger moved after update on people.site for each row when (old.commune_insee is distinct from new.commune_insee)
    execute function circles.on_site_move();

-- ---------------------------------------------------------------- combinations

-- Whether a person of the web may name these circles when publishing or asking for a count: the directory's, persons,
-- and those one is in. Otherwise counting and combining would tell who is in a secret group.
create function circles.may_name(ids bigint[]) returns boolean
    language sql stable security definer set search_path = circles, pg_temp
    return session_user <> 'viaduc_web'
        or (database.viewer() is not null
            and not exists (
                select 1 from unnest(ids) wanted(id)
                 where not exists (
                     select 1 from circles.circle c
                      where c.id = wanted.id
                        and (c.directory or c.kind not in ('list', 'combination') or c.id = any (circles.readable())))));

-- Finds or makes the circle "any of (all of (...))". Terms are canonical: sorted, without repeats, without a term
-- that another one already covers. A combination may stand alone in a term: its own terms take its place. A single
-- atom is itself. A base that is unknown, or not for the viewer to name, is refused: to leave it out would widen.
create function circles.combine(terms jsonb) returns bigint
    language plpgsql security definer set search_path = circles, pg_temp as $$
declare
    canonical jsonb;
    canonical_key text;
    canonical_label text;
    all_bases bigint[];
    found bigint;
begin
    all_bases := array(select b.id::bigint
                         from jsonb_array_elements(terms) t(bases) cross join lateral jsonb_array_elements_text(t.bases) b(id));
    if cardinality(all_bases) = 0
       or exists (select 1 from jsonb_array_elements(terms) t(bases) where jsonb_array_length(t.bases) = 0)
       or exists (select 1 from unnest(all_bases) b(id) where not exists (select 1 from circles.circle c where c.id = b.id))
       or not circles.may_name(all_bases)
       or exists (select 1 from jsonb_array_elements(terms) t(bases)
                   cross join lateral jsonb_array_elements_text(t.bases) b(id)
                   join circles.circle c on c.id = b.id::bigint
                  where jsonb_array_length(t.bases) > 1 and c.kind in ('combination', 'person')) then
        raise exception 'these circles cannot be combined' using errcode = 'invalid_parameter_value';
    end if;
    with given as (
        select t.no::text as term, array_agg(distinct b.id::bigint order by b.id::bigint) as ids
          from jsonb_array_elements(terms) with ordinality as t(bases, no)
          cross join lateral jsonb_array_elements_text(t.bases) as b(id)
         group by t.no),
    bases as (
        select g.ids from given g
         where not exists (select 1 from circles.circle c where c.id = any (g.ids) and c.kind = 'combination')
        union all
        select array_agg(inner_term.base_id order by inner_term.base_id)
          from given g join circles.term inner_term on inner_term.circle_id = any (g.ids) and cardinality(g.ids) = 1
         group by g.term, inner_term.circle_id, inner_term.term_no),
    distinct_terms as (select distinct ids from bases),
    kept as (
        select ids from distinct_terms a
         where not exists (select 1 from distinct_terms b where b.ids <> a.ids and a.ids @> b.ids))
    select jsonb_agg(to_jsonb(ids) order by ids),
           string_agg(array_to_string(ids, '&'), '|' order by ids),
           -- The names of groups and persons are for those who may know them: the page puts them in for each viewer.
           string_agg((select string_agg(case c.kind when 'list' then 'un groupe' when 'person' then 'une personne' else c.label end,
                                         ', ' order by c.id)
                         from circles.circle c where c.id = any (ids)), ' ; ' order by ids)
      into canonical, canonical_key, canonical_label
      from kept;
    if jsonb_array_length(canonical) = 1 and jsonb_array_length(canonical -> 0) = 1 then
        return (canonical -> 0 ->> 0)::bigint;
    end if;
    select id into found from circles.circle where key = canonical_key;
    if found is not null then
        return found;
    end if;
    -- One at a time, so that numbers follow the order of commits (refresh() relies on it).
    perform pg_advisory_xact_lock(hashtext('circles.combine'));
    select id into found from circles.circle where key = canonical_key;
    if found is not null then
        return found;
    end if;
    all_bases := array(select distinct b.id::bigint
                         from jsonb_array_elements(canonical) t(bases) cross join lateral jsonb_array_elements_text(t.bases) b(id));
    insert into circles.circle (kind, key, label, directory)
    values ('combination', canonical_key, canonical_label,
            not exists (select 1 from circles.circle c where c.id = any (all_bases) and c.kind in ('list', 'person')))
    returning id into found;
    insert into circles.term (circle_id, term_no, base_id, size)
    select found, t.no, b.id::bigint, jsonb_array_length(t.bases)
      from jsonb_array_elements(canonical) with ordinality as t(bases, no)
      cross join lateral jsonb_array_elements_text(t.bases) as b(id);
    -- Waits for the moves under way in these circles, and holds the next ones until this combination is known.
    perform 1 from circles.circle where id = any (all_bases) order by id for share;
    insert into circles.member (person_id, circle_id, valid)
    select person_id, found, range_agg(valid)
      from (select t.term_no, m.person_id, range_intersect_agg(m.valid) as valid
              from circles.term t join circles.member m on m.circle_id = t.base_id
             where t.circle_id = found
             group by 1, 2 having count(*) = max(t.size)) met
     where not isempty(valid)
     group by 1, 2;
    perform circles.count_heads(array[found]);
    return found;
end $$;

-- How many people two or more circles hold together, before anything is published. Only a number leaves, and null for
-- circles that are not for the viewer to name.
create function circles.head_count(bases bigint[]) returns integer
    language sql stable security definer set search_path = circles, pg_temp
    return case when circles.may_name(bases) then (
            select count(distinct m.person_id) from circles.member m
             where m.circle_id = any (bases) and m.person_id > 0 and m.valid @> current_date) end;

-- Why the viewer is in a circle: the bases, term by term, that put them there.
create function circles.reasons(circle bigint) returns table (term_no integer, base_id bigint, kind text, ref text, label text)
    language sql stable security definer rows 5 set search_path = circles, pg_temp as $$
    with mine as (select circle_id from circles.member where person_id = database.viewer() and valid @> current_date)
    select 0, c.id, c.kind, c.ref, c.label from circles.circle c join mine on mine.circle_id = c.id
     where c.id = circle and c.kind <> 'combination'
    union all
    select t.term_no, c.id, c.kind, c.ref, c.label
      from circles.term t join circles.circle c on c.id = t.base_id
     where t.circle_id = circle
       and (select count(*) from circles.term o join mine on mine.circle_id = o.base_id
             where o.circle_id = t.circle_id and o.term_no = t.term_no) = t.size
     order by 1, 2
$$;

-- The people of a circle that the viewer is in (trombinoscope of a space). Others get nothing.
create function circles.people_in(circle bigint) returns setof bigint
    language sql stable security definer rows 500 set search_path = circles, pg_temp as $$
    select m.person_id from circles.member m
     where m.circle_id = circle and m.person_id > 0 and m.valid @> current_date
       and circle = any (circles.readable())
$$;

-- Midnight: counts follow the days that pass.
create function circles.recount() returns void
    language sql security definer set search_path = circles, pg_temp as $$
    select circles.count_heads(array(select id from circles.circle where kind <> 'person'))
$$;

create constraint trigger refresh_pending after insert on circles.pending
    deferrable initially deferred for each row when (new.person_id is null)
    execute function circles.refresh_pending();

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'circles' loop
        execute format('alter function %s owner to viaduc_rule', f);
        execute format('revoke all on function %s from public', f);
    end loop;
end $$;
grant execute on function circles.readable(), circles.viewer_is_here(), circles.combine(jsonb), circles.head_count(bigint[]), circles.reasons(bigint),
    circles.people_in(bigint) to viaduc_web, viaduc_system;
grant execute on function circles.recount(), circles.refresh(bigint[]) to viaduc_system;
grant select, insert, delete on circles.listed to viaduc_system;
create policy lists on circles.listed to viaduc_system using (true) with check (true);

call database.note_changes('circles.circle');
call database.note_changes('circles.member');

do $$ begin
    perform circles.refresh(array[0]::bigint[]);
end $$;
