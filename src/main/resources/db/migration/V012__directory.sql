-- The directory: how one finds people, the communes of the territory, who may change the organisation.

-- ---------------------------------------------------------------- finding people
--
-- Each person has one entry with all the words by which others look for them. A search is then one look into one
-- index, whatever the words are about: name, work, service, site, commune, mission, skill, asset, telephone.
-- Typing errors are mended against the list of words, not against the persons: a few thousand words stay quick
-- to compare when persons are a hundred thousand. ILIKE and trigrams are not leakproof and lose their index under
-- row-level security: hence people.search(), which applies the rule itself.

create table people.entry (
    person_id  bigint primary key references people.person on delete cascade,
    sort_name  text not null,
    names      tsvector not null,                -- words of the name only: these come first
    words      tsvector not null,                -- all words, and "~u12" for unit 12, "~s" site, "~c" commune, "~m" mission, "~k" kind of means
    as_agent   datemultirange not null,          -- days on which the person is shown, as an agent and as an elected official
    as_elected datemultirange not null,
    units      bigint[] not null,                -- with those above
    sites      bigint[] not null,
    communes   text[] not null,
    missions   bigint[] not null,
    means      text[] not null,                  -- kinds of what is entrusted to the person: vehicle, room, tool
    marks      text[] not null,                  -- "~u12"... once more, to count them
    role       text not null,                    -- what stands beside the name: job or mandate, main service, where, for
    unit       text not null,                    -- those who write are named on every page
    place      text not null,
    elected    boolean not null,
    renewed_on date                              -- first day on which an assignment or a mandate begins or has ended
);
create index entry_sort on people.entry (sort_name, person_id);
create index entry_names on people.entry using gin (names) with (fastupdate = off);
create index entry_words on people.entry using gin (words) with (fastupdate = off);
create index entry_renewed on people.entry (renewed_on) where renewed_on is not null;
alter table people.entry alter column words set statistics 1000;

-- Every word of every entry, to mend typing errors.
create table people.word (word text primary key);
create index word_start on people.word (word text_pattern_ops);
create index word_shape on people.word using gin (word public.gin_trgm_ops) with (fastupdate = off);

-- Persons whose entry is out of date; made anew before the transaction commits, once for all its changes.
create table people.stale (person_id bigint primary key);

create index unit_plain on people.unit using gin (plain_name public.gin_trgm_ops);

-- 'Agent d''entretien (Nogent)' -> {agent,d,entretien,nogent}. In PL/pgSQL and with the body of people.plain(), which
-- SQL would plan anew for each person.
create function people.words(value text) returns text[]
    language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
    return coalesce(array_remove(string_to_array(regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, replace(replace(value, '’', ' '), '-', ' '))),
        '[^a-z0-9]+', ' ', 'g'), ' '), ''), '{}');
end $$;

-- '+33 3 25 03 00 01' -> 0325030001. Without a search path of its own, so that it is inlined where it is called.
create function people.digits(phone text) returns text
    language sql immutable parallel safe
    return nullif(regexp_replace(regexp_replace(phone, '[^0-9+]', '', 'g'), '^(\+|00)33', '0'), '');

create function people.renew(persons bigint[]) returns void
    language plpgsql security definer set search_path = people, public, pg_temp set jit = off as $$
begin
    delete from people.entry e
     where e.person_id = any (persons)
       and not exists (select 1 from people.person p where p.id = e.person_id and p.erased_at is null);

    insert into people.entry as e (person_id, sort_name, names, words, as_agent, as_elected, units, sites, communes, missions, means, marks, role, unit, place, elected, renewed_on)
    select p.id, p.sort_name,
           array_to_tsvector(people.words(p.name)),
           array_to_tsvector(people.words(concat_ws(' ', p.name, p.job_title, p.staff_number, split_part(p.email, '@', 1), placed.texts, sat.texts,
                                                    done.texts, known.texts, held.texts))
               || phones.all || placed.marks || sat.marks || done.marks || held.marks),
           pr.as_agent, pr.as_elected,
           placed.units, placed.sites, array(select distinct unnest(placed.communes || sat.communes)), done.missions, held.kinds,
           array(select distinct unnest(placed.marks || sat.marks || done.marks || held.marks)),
           coalesce(p.job_title, main.job_title, chief.function, ''), coalesce(main.unit, ''), coalesce(main.commune, chief.commune, ''),
           chief.person_id is not null, least(placed.next, sat.next)
      from people.person p
      join people.presence pr on pr.person_id = p.id
      cross join lateral (
          select array_remove(array[d.phone, right(d.phone, 4), d.mobile, right(d.mobile, 4)], null) as all
            from (select people.digits(p.phone) as phone, people.digits(p.mobile) as mobile offset 0) d) phones
      cross join lateral (
          select string_agg(concat_ws(' ', a.job_title, up.name, s.name, c.name), ' ') as texts,
                 coalesce(array_agg(distinct '~u' || up.id) filter (where up.id is not null), '{}')
                     || coalesce(array_agg(distinct '~s' || s.id) filter (where s.id is not null), '{}')
                     || coalesce(array_agg(distinct '~c' || c.insee) filter (where c.insee is not null), '{}') as marks,
                 coalesce(array_agg(distinct up.id) filter (where up.id is not null), '{}') as units,
                 coalesce(array_agg(distinct s.id) filter (where s.id is not null), '{}') as sites,
                 coalesce(array_agg(distinct c.insee) filter (where c.insee is not null), '{}') as communes,
                 (select min(d) from people.assignment t cross join lateral unnest(array[t.starts_on, t.ends_on + 1]) d
                   where t.person_id = p.id and d > current_date) as next
            from people.assignment a
            join people.unit u on u.id = a.unit_id
            left join lateral unnest(string_to_array(u.path::text, '.')) above(id) on true
            left join people.unit up on up.id = above.id::bigint
            left join people.site s on s.id = a.site_id
            left join people.commune c on c.insee = s.commune_insee
           where a.person_id = p.id and p.agent
             and daterange(a.starts_on, a.ends_on, '[]') @> current_date) placed
      cross join lateral (
          select string_agg(concat_ws(' ', m.function, m.delegation, c.name, k.name, 'élu élue'), ' ') as texts,
                 coalesce(array_agg(distinct '~c' || c.insee) filter (where c.insee is not null), '{}') as marks,
                 coalesce(array_agg(distinct c.insee) filter (where c.insee is not null), '{}') as communes,
                 (select min(d) from people.mandate t cross join lateral unnest(array[t.starts_on, t.ends_on + 1]) d
                   where t.person_id = p.id and d > current_date) as next
            from people.mandate m
            left join people.commune c on c.insee = m.commune_insee
            left join people.mandate_commission mk on mk.mandate_id = m.id
            left join people.commission k on k.id = mk.commission_id
           where m.person_id = p.id and daterange(m.starts_on, m.ends_on, '[]') @> current_date) sat
      left join lateral (
          select a.job_title, u.name as unit, c.name as commune
            from people.assignment a
            left join people.unit u on u.id = a.unit_id
            left join people.site s on s.id = a.site_id
            left join people.commune c on c.insee = s.commune_insee
           where a.person_id = p.id and a.is_primary) main on true
      left join lateral (
          select m.person_id, m.function, c.name as commune
            from people.mandate m left join people.commune c on c.insee = m.commune_insee
           where m.person_id = p.id and daterange(m.starts_on, m.ends_on, '[]') @> current_date
           order by m.in_council desc, m.delegation is null, m.starts_on, m.id limit 1) chief on true
      cross join lateral (
          select string_agg(m.name, ' ') as texts, coalesce(array_agg(m.id), '{}') as missions,
                 coalesce(array_agg('~m' || m.id), '{}') as marks
            from people.person_mission pm join people.mission m on m.id = pm.mission_id
           where pm.person_id = p.id) done
      cross join lateral (
          select string_agg(k.name, ' ') as texts
            from people.person_skill pk join people.skill k on k.id = pk.skill_id
           where pk.person_id = p.id) known
      cross join lateral (
          select string_agg(concat_ws(' ', a.name, a.reference), ' ') as texts, coalesce(array_agg(distinct a.kind), '{}') as kinds,
                 coalesce(array_agg(distinct '~k' || a.kind), '{}') as marks
            from people.asset_holder h join people.asset a on a.id = h.asset_id
           where h.person_id = p.id and a.retired_on is null) held
     where p.id = any (persons) and p.erased_at is null
    on conflict (person_id) do update
        set (sort_name, names, words, as_agent, as_elected, units, sites, communes, missions, means, marks, role, unit, place, elected, renewed_on)
          = (excluded.sort_name, excluded.names, excluded.words, excluded.as_agent, excluded.as_elected,
             excluded.units, excluded.sites, excluded.communes, excluded.missions, excluded.means, excluded.marks, excluded.role, excluded.unit, excluded.place,
             excluded.elected, excluded.renewed_on);

    insert into people.word (word)
    select distinct w
      from people.entry e cross join lateral unnest(tsvector_to_array(e.words)) w
     where e.person_id = any (persons) and w !~ '^~' and w !~ '^[0-9]+$'
       and not exists (select 1 from people.word k where k.word = w)
     order by w
    on conflict do nothing;
end $$;

-- At night: what begins or ends today, and the words that nobody has any more.
create function people.renew_due() returns integer
    language plpgsql security definer set search_path = people, public, pg_temp as $$
declare
    persons bigint[] := array(select person_id from people.entry where renewed_on <= current_date);
begin
    perform people.renew(persons);
    delete from people.word k
     where not exists (select 1 from people.entry e where e.words @@ ('''' || k.word || '''')::tsquery);
    return cardinality(persons);
end $$;

create function people.freshen() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    persons bigint[];
begin
    -- The first of the transaction's rows does the work of all; for the others there is nothing left.
    if exists (select 1 from people.stale where person_id = new.person_id) then
        with taken as (delete from people.stale returning person_id)
        select array_agg(person_id) into persons from taken;
        perform people.renew(persons);
    end if;
    return null;
end $$;
create constraint trigger freshen after insert on people.stale
    deferrable initially deferred for each row execute function people.freshen();

-- The first argument selects the persons from the rows of transition table "moved".
create function people.mark_stale() returns trigger
    language plpgsql security definer set search_path = people, public, pg_temp as $$
begin
    execute 'insert into people.stale (person_id) select distinct person from (' || tg_argv[0]
         || ') p (person) where person is not null on conflict do nothing';
    return null;
end $$;

do $$
declare
    source record;
    rows_of record;
begin
    for source in select * from (values
        ('person', 'select id from moved',
            'select id from (select id, first_name, last_name, job_title, staff_number, email, phone, mobile, agent, started_on, left_on, erased_at from moved
                      except select id, first_name, last_name, job_title, staff_number, email, phone, mobile, agent, started_on, left_on, erased_at from before) m'),
        ('assignment', 'select person_id from moved', 'select person_id from moved union select person_id from before'),
        ('mandate', 'select person_id from moved', 'select person_id from moved union select person_id from before'),
        ('person_mission', 'select person_id from moved', null),
        ('person_skill', 'select person_id from moved', null),
        ('asset_holder', 'select person_id from moved', null),
        ('mandate_commission', 'select m.person_id from moved join people.mandate m on m.id = moved.mandate_id', null),
        ('unit', null, 'select a.person_id from moved join before b on b.id = moved.id and (b.name, b.path) is distinct from (moved.name, moved.path)
                        join people.unit u on u.path <@ moved.path join people.assignment a on a.unit_id = u.id'),
        ('site', null, 'select a.person_id from moved join before b on b.id = moved.id and (b.name, b.commune_insee) is distinct from (moved.name, moved.commune_insee)
                        join people.assignment a on a.site_id = moved.id'),
        ('mission', null, 'select pm.person_id from moved join before b on b.id = moved.id and b.name <> moved.name join people.person_mission pm on pm.mission_id = moved.id'),
        ('skill', null, 'select ps.person_id from moved join before b on b.id = moved.id and b.name <> moved.name join people.person_skill ps on ps.skill_id = moved.id'),
        ('asset', null, 'select h.person_id from moved join before b on b.id = moved.id
                          and (b.kind, b.name, b.reference, b.retired_on) is distinct from (moved.kind, moved.name, moved.reference, moved.retired_on) join people.asset_holder h on h.asset_id = moved.id'),
        ('commission', null, 'select m.person_id from moved join people.mandate_commission mc on mc.commission_id = moved.id join people.mandate m on m.id = mc.mandate_id')
        ) s (name, on_change, on_update)
    loop
        if source.on_change is not null then
            execute format('create trigger entry_in after insert on people.%I referencing new table as moved for each statement execute function people.mark_stale(%L)',
                source.name, source.on_change);
            if source.name <> 'person' then
                execute format('create trigger entry_out after delete on people.%I referencing old table as moved for each statement execute function people.mark_stale(%L)',
                    source.name, source.on_change);
            end if;
        end if;
        if source.on_update is not null then
            execute format('create trigger entry_changed after update on people.%I referencing new table as moved old table as before for each statement execute function people.mark_stale(%L)',
                source.name, source.on_update);
        end if;
    end loop;
end $$;

-- ---------------------------------------------------------------- what is asked

create type people.asked as (
    blank  boolean,   -- nothing to look for
    exact  tsquery,   -- all words as typed
    begun  tsquery,   -- all words, or their beginnings
    wide   tsquery    -- and their likes, when few are found otherwise
);

create function people.ask(query text) returns people.asked
    language plpgsql stable security definer set search_path = people, public, pg_temp set jit = off as $$
declare
    few constant integer := 5;
    small constant text[] := array['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'ou', 'the', 'of'];
    asked people.asked;
    typed text[];
    w text;
    likes text;
    found integer;
    wide text := '';
begin
    if query ~ '^[0-9 .+()/-]{4,}$' then
        typed := array[people.digits(query)];
    else
        typed := people.words(left(query, 200));
    end if;
    if exists (select 1 from unnest(typed) t where t <> all (small)) then
        typed := array(select t from unnest(typed) with ordinality u (t, n) where t <> all (small) order by n limit 8);
    end if;
    typed := array_remove(typed, null);
    asked.blank := cardinality(typed) = 0;
    if asked.blank then
        return asked;
    end if;
    asked.exact := (select string_agg('''' || t || '''', ' & ') from unnest(typed) t)::tsquery;
    -- Few figures begin too many numbers: they are a staff number or the end of a telephone number.
    asked.begun := (select string_agg('''' || t || '''' || case when t ~ '^[0-9]{1,5}$' then '' else ':*' end, ' & ') from unnest(typed) t)::tsquery;
    asked.wide := asked.begun;
    select count(*) into found
      from (select 1 from people.entry e
             where e.words @@ asked.begun and (e.as_agent @> current_date or e.as_elected @> current_date) limit few) f;
    if found < few then
        foreach w in array typed loop
            likes := '''' || w || '''' || case when w ~ '^[0-9]{1,5}$' then '' else ':*' end;
            if length(w) >= 3 and w !~ '^[0-9]+$' then
                select likes || coalesce(string_agg(' | ''' || k.word || '''', ''), '') into likes
                  from (select k.word, similarity(k.word, w) as alike, max(similarity(k.word, w)) filter (where k.word <> w) over () as best
                          from people.word k where k.word % w and k.word <> w
                         order by 2 desc limit 10) k
                 where k.alike >= greatest(case when exists (select 1 from people.word where word = w) then 0.5 else 0.3 end, k.best * 0.75);
            end if;
            wide := wide || case when wide = '' then '' else ' & ' end || '(' || likes || ')';
        end loop;
        asked.wide := wide::tsquery;
    end if;
    return asked;
end $$;

-- Filters as {"unit": ["12"], "site": [], "commune": ["52332"], "mission": [], "means": ["vehicle"]}: one of each kind, all kinds; null when none.
create function people.marks(kind text, chosen jsonb) returns tsquery
    language sql immutable set search_path = pg_catalog, pg_temp
    return (select string_agg('''~' || kind || regexp_replace(v, '[^0-9ABa-z]', '', 'g') || '''', ' | ') from jsonb_array_elements_text(chosen) v)::tsquery;

-- The persons found, best first: full name, beginnings of the name, any word, likes; each by name.
-- after: {"tier": 0, "name": "...", "id": 1} continues a list. No viewer, nobody.
create function people.search(query text, filters jsonb, after jsonb, most integer)
    returns table (person_id bigint, tier integer, sort_name text)
    language plpgsql stable security definer rows 24 set search_path = people, public, pg_temp set jit = off as $$
declare
    asked people.asked := people.ask(coalesce(query, ''));
    chosen tsquery := people.marks('u', filters -> 'unit');
    rule text := case filters ->> 'kind'
        when 'agent' then 'e.as_agent @> current_date'
        when 'elected' then 'e.as_elected @> current_date'
        else '(e.as_agent @> current_date or e.as_elected @> current_date)' end;
    conditions text[];
    first_tier integer := coalesce((after ->> 'tier')::integer, 0);
    left_to_find integer := most;
    n integer;
begin
    if database.viewer() is null then
        return;
    end if;
    chosen := coalesce(chosen && people.marks('s', filters -> 'site'), chosen, people.marks('s', filters -> 'site'));
    chosen := coalesce(chosen && people.marks('c', filters -> 'commune'), chosen, people.marks('c', filters -> 'commune'));
    chosen := coalesce(chosen && people.marks('m', filters -> 'mission'), chosen, people.marks('m', filters -> 'mission'));
    chosen := coalesce(chosen && people.marks('k', filters -> 'means'), chosen, people.marks('k', filters -> 'means'));
    if asked.blank then
        conditions := array['true'];
    else
        conditions := array['e.names @@ $1', 'e.names @@ $2 and not e.names @@ $1', 'e.words @@ $2 and not e.names @@ $2'];
        if asked.wide::text <> asked.begun::text then
            conditions := conditions || 'e.words @@ $3 and not e.words @@ $2'::text;
        end if;
    end if;
    for t in first_tier .. cardinality(conditions) - 1 loop
        return query execute 'select e.person_id, $4, e.sort_name from people.entry e where ' || conditions[t + 1] || ' and ' || rule
            || case when chosen is null then '' else ' and e.words @@ $5' end
            || case when after is not null and t = first_tier then ' and (e.sort_name, e.person_id) > ($6, $7)' else '' end
            || ' order by e.sort_name, e.person_id limit $8'
            using asked.exact, asked.begun, asked.wide, t, chosen, after ->> 'name', (after ->> 'id')::bigint, left_to_find;
        get diagnostics n = row_count;
        left_to_find := left_to_find - n;
        exit when left_to_find <= 0;
    end loop;
end $$;

-- How many there are in all ('total'), and for each value of each filter were it chosen with the other filters as they are.
create function people.facets(query text, filters jsonb)
    returns table (facet text, value text, number bigint)
    language plpgsql stable security definer rows 60 set search_path = people, public, pg_temp set jit = off as $$
declare
    asked people.asked := people.ask(coalesce(query, ''));
    u bigint[] := array(select v::bigint from jsonb_array_elements_text(filters -> 'unit') v);
    s bigint[] := array(select v::bigint from jsonb_array_elements_text(filters -> 'site') v);
    c text[] := array(select v from jsonb_array_elements_text(filters -> 'commune') v);
    m bigint[] := array(select v::bigint from jsonb_array_elements_text(filters -> 'mission') v);
    h text[] := array(select v from jsonb_array_elements_text(filters -> 'means') v);
    k text := nullif(filters ->> 'kind', '');
begin
    if database.viewer() is null then
        return;
    end if;
    if cardinality(u) + cardinality(s) + cardinality(c) + cardinality(m) + cardinality(h) = 0 and k is null then
        -- Nothing is filtered: one pass is enough.
        return query execute '
            with found as materialized (
                select e.as_agent @> current_date as agent, e.as_elected @> current_date as elected, e.marks
                  from people.entry e
                 where ' || case when asked.blank then 'true' else 'e.words @@ $1' end || '
                   and (e.as_agent @> current_date or e.as_elected @> current_date))
            select ''total'', '''', count(*) from found
            union all select ''kind'', ''agent'', count(*) from found where agent
            union all select ''kind'', ''elected'', count(*) from found where elected
            union all
            select case left(mark, 2) when ''~u'' then ''unit'' when ''~s'' then ''site'' when ''~c'' then ''commune'' when ''~k'' then ''means'' else ''mission'' end, substr(mark, 3), n
              from (select mark, count(*) as n from found cross join lateral unnest(marks) mark group by mark) counted'
            using asked.wide;
        return;
    end if;
    return query execute '
        with found as materialized (
            select e.units, e.sites, e.communes, e.missions, e.means,
                   e.as_agent @> current_date as agent, e.as_elected @> current_date as elected,
                   cardinality($2) = 0 or e.units && $2 as in_unit,
                   cardinality($3) = 0 or e.sites && $3 as in_site,
                   cardinality($4) = 0 or e.communes && $4 as in_commune,
                   cardinality($5) = 0 or e.missions && $5 as in_mission,
                   cardinality($7) = 0 or e.means && $7 as with_means
              from people.entry e
             where ' || case when asked.blank then 'true' else 'e.words @@ $1' end || '
               and (e.as_agent @> current_date or e.as_elected @> current_date)
        ), kept as (select *, case $6 when ''agent'' then agent when ''elected'' then elected else true end as of_kind from found)
        select ''total'', ''''::text, count(*) from kept where of_kind and in_unit and in_site and in_commune and in_mission and with_means
        union all
        select ''kind'', v, count(*) from kept cross join lateral unnest(array[case when agent then ''agent'' end, case when elected then ''elected'' end]) v
         where v is not null and in_unit and in_site and in_commune and in_mission and with_means group by 2
        union all
        select ''unit'', v::text, count(*) from kept cross join lateral unnest(units) v where of_kind and in_site and in_commune and in_mission and with_means group by 2
        union all
        select ''site'', v::text, count(*) from kept cross join lateral unnest(sites) v where of_kind and in_unit and in_commune and in_mission and with_means group by 2
        union all
        select ''commune'', v, count(*) from kept cross join lateral unnest(communes) v where of_kind and in_unit and in_site and in_mission and with_means group by 2
        union all
        select ''mission'', v::text, count(*) from kept cross join lateral unnest(missions) v where of_kind and in_unit and in_site and in_commune and with_means group by 2
        union all
        select ''means'', v, count(*) from kept cross join lateral unnest(means) v where of_kind and in_unit and in_site and in_commune and in_mission group by 2'
        using asked.wide, u, s, c, m, k, h;
end $$;

-- Services, sites, communes and missions that the words may mean.
create function people.places(query text, most integer)
    returns table (kind text, ref text, name text, alike real)
    language sql stable security definer rows 8 set search_path = people, public, pg_temp as $$
    with asked as (select people.plain(left(query, 200)) as words where database.viewer() is not null)
    select * from (
        select 'unit', u.slug, u.name, word_similarity(a.words, u.plain_name) from asked a join people.unit u on a.words <% u.plain_name and u.closed_on is null
        union all
        select 'site', s.slug, s.name, word_similarity(a.words, s.plain_name) from asked a join people.site s on a.words <% s.plain_name and s.closed_on is null
        union all
        select 'commune', c.insee, c.name, word_similarity(a.words, c.plain_name) from asked a join people.commune c on a.words <% c.plain_name
        union all
        select 'commune', d.parent_insee, d.name, word_similarity(a.words, d.plain_name) from asked a join people.delegated_commune d on a.words <% d.plain_name
        union all
        select 'mission', m.slug, m.name, word_similarity(a.words, m.plain_name) from asked a join people.mission m on a.words <% m.plain_name
    ) p (kind, ref, name, alike) order by alike desc, length(name), name limit most
$$;

do $$
declare
    t text;
    f regprocedure;
begin
    foreach t in array array['entry', 'word', 'stale'] loop
        execute format('alter table people.%I enable row level security', t);
        execute format('alter table people.%I force row level security', t);
        execute format('create policy rule on people.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on people.%I to viaduc_rule', t);
    end loop;
    foreach f in array array['people.renew(bigint[])', 'people.renew_due()', 'people.freshen()', 'people.mark_stale()', 'people.ask(text)',
        'people.search(text, jsonb, jsonb, integer)', 'people.facets(text, jsonb)', 'people.places(text, integer)']::regprocedure[]
    loop
        execute format('alter function %s owner to viaduc_rule', f);
        execute format('revoke all on function %s from public', f);
    end loop;
end $$;
grant execute on function people.search(text, jsonb, jsonb, integer), people.facets(text, jsonb), people.places(text, integer) to viaduc_web;
grant execute on function people.renew_due() to viaduc_system;
create policy signed_in on people.entry for select to viaduc_web using ((select database.viewer()) is not null);
grant select (person_id, role, unit, place, elected) on people.entry to viaduc_web;
call database.note_changes('people.entry');

-- ---------------------------------------------------------------- the territory
-- The 63 communes of the Agglomération de Chaumont: territory/communes-chaumont.json (source and licence: NOTICE).

insert into people.commune (insee, name, siren, postal_codes, population) values
    ('52001', 'Ageville', '215200015', '{52340}', 290),
    ('52011', 'Annéville-la-Prairie', '215200098', '{52310}', 95),
    ('52050', 'Biesles', '215200338', '{52340}', 1342),
    ('52053', 'Blaisy', '215200353', '{52330}', 65),
    ('52058', 'Bologne', '215200395', '{52310}', 1833),
    ('52072', 'Brethenay', '215200502', '{52000}', 399),
    ('52075', 'Briaucourt', '215200528', '{52700}', 168),
    ('52087', 'Buxières-lès-Villiers', '215200593', '{52000}', 228),
    ('52091', 'Cerisières', '215200635', '{52320}', 87),
    ('52125', 'Chamarandes-Choignes', '215200866', '{52000}', 1039),
    ('52121', 'Chaumont', '215200833', '{52000}', 20827),
    ('52140', 'Colombey les Deux Églises', '200069334', '{52330}', 661),
    ('52141', 'Condes', '215201013', '{52000}', 292),
    ('52157', 'Curmont', '215201096', '{52330}', 12),
    ('52159', 'Cuves', '215201112', '{52240}', 24),
    ('52160', 'Daillancourt', '215201120', '{52110}', 60),
    ('52190', 'Esnouveaux', '215201369', '{52340}', 301),
    ('52193', 'Euffigneix', '215201377', '{52000}', 299),
    ('52204', 'Forcey', '215201476', '{52700}', 59),
    ('52205', 'Foulain', '215201484', '{52000,52800}', 673),
    ('52211', 'Froncles', '215201518', '{52320}', 1369),
    ('52221', 'Gillancourt', '215201591', '{52330}', 130),
    ('52232', 'Guindrecourt-sur-Blaise', '215201666', '{52330}', 51),
    ('52251', 'Jonchery', '215201815', '{52000}', 947),
    ('52253', 'Juzennecourt', '215201823', '{52330}', 193),
    ('52214', 'La Genevroye', '215201542', '{52320}', 28),
    ('52254', 'Lachapelle-en-Blaisy', '215201831', '{52330}', 81),
    ('52260', 'Lamancine', '215201872', '{52310}', 124),
    ('52271', 'Lanques-sur-Rognon', '215201930', '{52800}', 213),
    ('52276', 'Laville-aux-Bois', '215201989', '{52000}', 238),
    ('52295', 'Louvières', '215202110', '{52800}', 87),
    ('52297', 'Luzy-sur-Marne', '215204116', '{52000}', 279),
    ('52305', 'Mandres-la-Côte', '215202193', '{52800}', 556),
    ('52310', 'Marbéville', '215202235', '{52320}', 100),
    ('52315', 'Marnay-sur-Marne', '215202276', '{52800}', 320),
    ('52322', 'Meures', '215202334', '{52310}', 130),
    ('52326', 'Mirbel', '215202359', '{52320}', 34),
    ('52349', 'Neuilly-sur-Suize', '215202508', '{52000}', 291),
    ('52352', 'Ninville', '215203951', '{52800}', 62),
    ('52353', 'Nogent', '215202532', '{52800}', 3550),
    ('52367', 'Ormoy-lès-Sexfontaines', '215202649', '{52310}', 40),
    ('52371', 'Oudincourt', '215202672', '{52310}', 141),
    ('52396', 'Poinson-lès-Nogent', '215202847', '{52800}', 144),
    ('52401', 'Poulangy', '215202888', '{52800}', 361),
    ('52419', 'Rennepont', '215202987', '{52370}', 117),
    ('52421', 'Riaucourt', '215203001', '{52000}', 402),
    ('52426', 'Rizaucourt-Buchey', '215203050', '{52330}', 129),
    ('52428', 'Rochefort-sur-la-Côte', '215203076', '{52700}', 66),
    ('52436', 'Rouécourt', '215203126', '{52320}', 48),
    ('52459', 'Sarcey', '215203316', '{52800}', 97),
    ('52469', 'Semoutiers-Montsaon', '215203357', '{52000}', 757),
    ('52472', 'Sexfontaines', '215203373', '{52330}', 143),
    ('52480', 'Soncourt-sur-Marne', '215203423', '{52320}', 326),
    ('52488', 'Thivet', '215203480', '{52800}', 276),
    ('52494', 'Treix', '215203530', '{52000}', 213),
    ('52514', 'Verbiesles', '215203670', '{52000}', 306),
    ('52518', 'Vesaignes-sur-Marne', '215203712', '{52800}', 103),
    ('52522', 'Viéville', '215203746', '{52310}', 324),
    ('52524', 'Vignory', '215203753', '{52320}', 215),
    ('52535', 'Villiers-le-Sec', '215203829', '{52000}', 710),
    ('52541', 'Vitry-lès-Nogent', '215203860', '{52800}', 205),
    ('52547', 'Vouécourt', '215203910', '{52320}', 210),
    ('52548', 'Vraincourt', '215203928', '{52310}', 81);

insert into people.delegated_commune (insee, parent_insee, name) values
    ('52412', '52050', 'Le Puits-des-Mèzes'),
    ('52309', '52058', 'Marault'),
    ('52434', '52058', 'Roôcourt-la-Côte'),
    ('52078', '52121', 'Brottes'),
    ('52018', '52140', 'Argentolles'),
    ('52049', '52140', 'Biernes'),
    ('52052', '52140', 'Blaise'),
    ('52100', '52140', 'Champcourt'),
    ('52238', '52140', 'Harricourt'),
    ('52262', '52140', 'Lamothe-en-Blaisy'),
    ('52279', '52140', 'Lavilleneuve-aux-Fresnes'),
    ('52404', '52140', 'Pratz'),
    ('52154', '52205', 'Crenay'),
    ('52409', '52211', 'Provenchères-sur-Marne'),
    ('52259', '52251', 'Laharmand'),
    ('52460', '52251', 'Sarcicourt'),
    ('52176', '52353', 'Donnemarie'),
    ('52191', '52353', 'Essey-les-Eaux'),
    ('52361', '52353', 'Odival'),
    ('52081', '52426', 'Buchey'),
    ('52339', '52469', 'Montsaon');

-- ---------------------------------------------------------------- who changes what

create function people.viewer_manages_people() returns boolean
    language sql stable security definer set search_path = people, pg_temp
    return people.viewer_has_role('ADMINISTRATOR') or people.viewer_has_role('HUMAN_RESOURCES');
alter function people.viewer_manages_people() owner to viaduc_rule;
revoke all on function people.viewer_manages_people() from public;
grant execute on function people.viewer_manages_people() to viaduc_web;

do $$
declare
    t text;
begin
    -- The organisation is the administrators'.
    foreach t in array array['unit', 'site', 'mission', 'asset', 'asset_holder', 'mandate', 'commission', 'mandate_commission', 'role_grant'] loop
        call database.let_change(('people.' || t)::regclass, 'administered', '(select people.viewer_has_role(''ADMINISTRATOR''))');
        execute format('grant insert, update, delete on people.%I to viaduc_web', t);
    end loop;
    -- Assignments are also human resources'.
    call database.let_change('people.assignment', 'managed', '(select people.viewer_manages_people())');
    execute 'grant insert, update, delete on people.assignment to viaduc_web';
end $$;

-- Those whom the viewer leads today: named as their manager, or at the head of a unit that they are in.
create function people.led() returns bigint[]
    language plpgsql stable security definer set search_path = people, public, pg_temp as $$
declare
    found text := database.kept('viaduc.people_led');
    me constant bigint := database.viewer();
begin
    if found is null then
        found := coalesce((
            select array_agg(distinct a.person_id)
              from (select a.person_id, a.starts_on, a.ends_on from people.assignment a where a.manager_id = me
                    union all
                    select a.person_id, a.starts_on, a.ends_on
                      from people.unit above
                      join people.unit u on u.path <@ above.path
                      join people.assignment a on a.unit_id = u.id
                     where above.head_id = me) a
             where a.person_id <> me and people.viewer_is_agent() and daterange(a.starts_on, a.ends_on, '[]') @> current_date), '{}')::text;
        perform database.keep('viaduc.people_led', found);
    end if;
    return found::bigint[];
end $$;
alter function people.led() owner to viaduc_rule;
revoke all on function people.led() from public;
grant execute on function people.led() to viaduc_web;

-- Most agents have no desk: those who lead them, and human resources, announce their absences for them.
create policy led on people.absence to viaduc_web
    using (person_id = any ((select people.led())::bigint[])
        or ((select people.viewer_manages_people()) and people.is_agent_today(person_id)))
    with check (person_id = any ((select people.led())::bigint[])
        or ((select people.viewer_manages_people()) and people.is_agent_today(person_id)));

-- And human resources say who has which mission.
call database.let_change('people.person_mission', 'managed', '(select people.viewer_manages_people())');

-- Who someone is, and from when to when they are one of us. Elected officials are the administrators', agents also
-- human resources'. Owners may write some columns of their own row: hence a function, and not a policy.
create function people.keep_person(kept bigint, number text, is_agent boolean, called text, first text, last text,
                                   job text, mail text, telephone text, cellphone text, first_day date, last_day date)
    returns bigint language plpgsql security definer set search_path = people, public, pg_temp as $$
declare
    result bigint := kept;
begin
    if not people.viewer_has_role('ADMINISTRATOR')
       and not (people.viewer_has_role('HUMAN_RESOURCES') and is_agent) then
        raise exception 'not for the viewer to write' using errcode = 'insufficient_privilege';
    end if;
    if kept is null then
        if number is null and not is_agent then
            perform pg_advisory_xact_lock(hashtext('people.keep_person'));
            number := 'E' || (select lpad((coalesce(max(substr(p.staff_number, 2)::integer), 0) + 1)::text, 4, '0')
                                from people.person p where p.staff_number ~ '^E[0-9]{1,8}$');
        end if;
        insert into people.person (staff_number, agent, civility, first_name, last_name, job_title, email, phone, mobile, started_on, left_on)
        values (number, is_agent, called, first, last, job, mail, telephone, cellphone, first_day, last_day)
        returning id into result;
    else
        update people.person p
           set staff_number = coalesce(number, p.staff_number), civility = called, first_name = first, last_name = last, job_title = job,
               email = mail, phone = telephone, mobile = cellphone, started_on = first_day, left_on = last_day, updated_at = now()
         where p.id = kept and p.agent = is_agent and p.erased_at is null;
        if not found then
            raise exception 'nobody to change' using errcode = 'no_data_found';
        end if;
    end if;
    return result;
end $$;
alter function people.keep_person(bigint, text, boolean, text, text, text, text, text, text, text, date, date) owner to viaduc_rule;
revoke all on function people.keep_person(bigint, text, boolean, text, text, text, text, text, text, text, date, date) from public;
grant execute on function people.keep_person(bigint, text, boolean, text, text, text, text, text, text, text, date, date) to viaduc_web;

-- What was done to roles, by whom: added to, never changed.
create table people.role_log (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references people.person on delete cascade,
    role       text not null,
    site_id    bigint references people.site on delete set null,
    act        text not null check (act in ('granted', 'removed')),
    actor_id   bigint references people.person on delete set null,
    at         timestamptz not null default now()
);
create index role_log_at on people.role_log (at desc, id desc);
alter table people.role_log enable row level security;
alter table people.role_log force row level security;
create policy rule on people.role_log to viaduc_rule using (true) with check (true);
create policy administrators on people.role_log for select to viaduc_web using ((select people.viewer_has_role('ADMINISTRATOR')));
grant select, insert on people.role_log to viaduc_rule;
grant select on people.role_log to viaduc_web;

-- Without an administrator nobody could name one: the last stays. Two administrators wait for each other here.
create function people.on_role() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    the_grant people.role_grant%rowtype := case when tg_op = 'DELETE' then old else new end;
begin
    if tg_op = 'DELETE' and old.role = 'ADMINISTRATOR' and database.viewer() is not null then
        lock table people.role_grant in share row exclusive mode;
        if not exists (select 1 from people.role_grant g
                        where g.role = 'ADMINISTRATOR' and g.person_id <> old.person_id
                          and people.is_agent_today(g.person_id)) then
            raise exception 'the last administrator stays' using errcode = 'restrict_violation';
        end if;
    end if;
    insert into people.role_log (person_id, role, site_id, act, actor_id)
    select the_grant.person_id, the_grant.role, the_grant.site_id,
           case when tg_op = 'DELETE' then 'removed' else 'granted' end, coalesce(nullif(database.viewer(), 0), the_grant.granted_by)
     where exists (select 1 from people.person p where p.id = the_grant.person_id);
    return null;
end $$;
alter function people.on_role() owner to viaduc_rule;
revoke all on function people.on_role() from public;
create trigger logged after insert or delete on people.role_grant for each row execute function people.on_role();

-- Portraits are seen by everybody who is signed in.
create policy portrait on files.file for select to viaduc_web
    using (purpose = 'avatar' and (select database.viewer()) is not null);
