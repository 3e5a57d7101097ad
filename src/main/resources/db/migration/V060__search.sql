-- Search: people, spaces, places and items by words, in one function.
--
-- Text @@ and LIKE are not leakproof, so under row-level security they would lose their index. search.find() therefore
-- runs as the owner of the rules and applies the same rule itself: it finds nothing that the policies would not show.

create schema search;
grant usage on schema search to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema search to viaduc_rule;

-- The words of published items, to mend typing errors. They are never shown: a word may come from an item that the
-- viewer does not see. Only items found by it are, and those the viewer sees.
create table search.word (word text primary key);
create index word_start on search.word (word text_pattern_ops);
create index word_shape on search.word using gin (word public.gin_trgm_ops) with (fastupdate = off);

-- Up to when words were taken.
create table search.learnt (
    single boolean primary key default true check (single),
    at   timestamptz not null
);

do $$
declare
    t text;
begin
    foreach t in array array['word', 'learnt'] loop
        execute format('alter table search.%I enable row level security', t);
        execute format('alter table search.%I force row level security', t);
        execute format('create policy rule on search.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on search.%I to viaduc_rule', t);
    end loop;
end $$;

-- Takes the words of what was published since the last time; or of everything, and forgets those that nothing holds any more.
create function search.learn(everything boolean) returns void
    language plpgsql security definer set search_path = search, content, public, pg_temp set jit = off as $$
declare
    since timestamptz := case when everything then '-infinity' else coalesce((select at - interval '1 hour' from search.learnt), '-infinity') end;
    until timestamptz := now();
begin
    with seen as materialized (
        select word from ts_stat('select search from content.item where state = ''published'' and published_at >= ' || quote_literal(since), 'd')
         where word ~ '^[a-z]{3,40}$'),
    put as (insert into search.word select word from seen order by word on conflict do nothing)
    delete from search.word k where everything and not exists (select 1 from seen where seen.word = k.word);
    insert into search.learnt (at) values (until) on conflict (single) do update set at = excluded.at;
end $$;

-- What the words mean for items: whole words whatever their endings, with "phrases" and -exclusions; or words of which
-- the last one has only been begun. Null when nothing is left to look for.
create function search.wanted(query text) returns tsquery
    language plpgsql stable set search_path = search, people, public, pg_temp as $$
declare
    whole tsquery := websearch_to_tsquery('public.viaduc_fr', query);
    typed text := rtrim(people.plain(query));
    last_word text := substring(typed from '([a-z0-9]{2,})$');
    before text;
    begun tsquery;
begin
    -- Quotes, exclusions and "or" are said by those who have finished typing.
    if last_word is not null and query !~* '"|(^|\s)-\S|\sor\s' then
        begun := to_tsquery('public.viaduc_words', '''' || last_word || ''':*');
        if numnode(begun) > 0 then
            before := left(typed, length(typed) - length(last_word));
            if before ~ '[a-z0-9]' then
                begun := websearch_to_tsquery('public.viaduc_fr', before) && begun;
            end if;
            whole := case when numnode(whole) = 0 then begun else whole || begun end;
        end if;
    end if;
    return case when numnode(whole) > 0 then whole end;
end $$;

-- The same with each unknown word replaced by the known ones that look like it; null when there are none.
create function search.mended(query text) returns tsquery
    language plpgsql stable set search_path = search, people, public, pg_temp as $$
declare
    w text;
    alike text;
    mended text := '';
    changed boolean := false;
begin
    foreach w in array (people.words(query))[1:8] loop
        alike := null;
        if length(w) >= 4 and w !~ '[0-9]' and not exists (select 1 from search.word k where k.word like w || '%') then
            select string_agg('''' || k.word || '''', ' | ') into alike
              from (select k.word, similarity(k.word, w) as near, max(similarity(k.word, w)) over () as nearest
                      from search.word k where k.word % w order by 2 desc limit 5) k
             where k.near >= k.nearest * 0.8;
            changed := changed or alike is not null;
        end if;
        mended := mended || case when mended = '' then '' else ' & ' end || '(''' || w || ''':*' || coalesce(' | ' || alike, '') || ')';
    end loop;
    return case when changed then to_tsquery('public.viaduc_words', mended) end;
end $$;

-- A passage of a text with the words found between U+E000 and U+E001.
create function search.passage(body text, wanted tsquery) returns text
    language plpgsql stable set search_path = search, public, pg_temp as $$
declare
    plain constant text := left(regexp_replace(body, '<[^>]*>', ' ', 'g'), 20000);
    look constant text := 'MaxWords=32, MinWords=16, ShortWord=2, StartSel=' || chr(57344) || ', StopSel=' || chr(57345);
    shown text := ts_headline('public.viaduc_fr', plain, wanted, look);
begin
    -- Found by its beginning: the word as it is written.
    if strpos(shown, chr(57344)) = 0 then
        shown := ts_headline('public.viaduc_words', plain, wanted, look);
    end if;
    return shown;
end $$;

-- Finds people ('person'), groups and communities ('space'), services, sites, communes and missions ('place') and items
-- of any other kind ('post'...), best first, kind by kind; all kinds when null. At most so many of each; totals stop at a hundred.
-- Goes on after a result given back as {"score": ..., "name": ..., "id": ...}, for one kind at a time.
-- Nothing without a viewer.
--   ref      of a space its slug, of a place its slug or INSEE code, of a person the name under which lists are in order
--   detail   of a space its kind, of a place what it is
--   excerpt  of an item its passage with the words found, see search.passage(); of a space its description; of a place where it is
--   mended   found only by mending a typing error
create function search.find(query text, kinds text[], most integer, after jsonb default null)
    returns table (kind text, id bigint, ref text, name text, detail text, excerpt text, score double precision, total integer, mended boolean)
    language plpgsql stable security definer rows 20 set search_path = search, content, spaces, circles, people, public, pg_temp
    set jit = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    counted constant integer := greatest(most, 100);
    newest constant integer := 200;
    recent constant integer := 1000;
    half_year constant double precision := 15552000;
    viewer constant bigint := database.viewer();
    asked constant text := left(btrim(coalesce(query, '')), 200);
    readable bigint[];
    contributed bigint[];
    involved bigint[];
    typed text[];
    longest text;
    wanted tsquery;
    candidates bigint[];
    by_mending boolean := false;
begin
    if viewer is null or asked = '' then
        return;
    end if;
    readable := coalesce(circles.readable(), '{}');

    if kinds is null or 'person' = any (kinds) then
        return query
        with found as materialized (
            select s.person_id, s.tier, s.sort_name, row_number() over () as n
              from people.search(asked, '{}', case when after is not null then
                   jsonb_build_object('tier', (after ->> 'score')::double precision::integer, 'name', after ->> 'name', 'id', after -> 'id') end, counted) s)
        select 'person', f.person_id, f.sort_name, p.name, '', '', f.tier::double precision, (select count(*) from found)::integer, f.tier = 3
          from found f join people.person p on p.id = f.person_id
         where f.n <= most order by f.n;
    end if;

    if kinds is null or 'space' = any (kinds) then
        involved := coalesce(spaces.involved(), '{}');
        typed := people.words(asked);
        select w into longest from unnest(typed) w order by length(w) desc limit 1;
        return query
        with known as materialized (
            select s.id, s.slug, s.name, s.plain_name, s.kind, s.description,
                   (case when s.archived_at is null then 0 else 2 end
                    + case when s.plain_name like typed[1] || '%' then 0 else 1 end)::double precision as score
              from spaces.space s
             where s.kind <> 'service' and s.plain_name like '%' || longest || '%'
               and not exists (select 1 from unnest(typed) w where strpos(' ' || s.plain_name, ' ' || w) = 0)
               and (s.shown_to = any (readable) or s.circle_id = any (readable) or s.id = any (involved))),
        alike as materialized (
            select s.id, s.slug, s.name, s.plain_name, s.kind, s.description, 10 - word_similarity(people.plain(asked), s.plain_name)::double precision as score
              from spaces.space s
             where not exists (select 1 from known) and after is null
               and s.kind <> 'service' and people.plain(asked) <% s.plain_name
               and (s.shown_to = any (readable) or s.circle_id = any (readable) or s.id = any (involved))),
        found as (select k.*, false as mended from known k union all select a.*, true from alike a)
        select 'space', f.id, f.slug, f.name, f.kind, coalesce(f.description, ''), f.score,
               least((select count(*) from found), counted)::integer, f.mended
          from found f
         where after is null or (f.score, f.name, f.id) > ((after ->> 'score')::double precision, after ->> 'name', (after ->> 'id')::bigint)
         order by f.score, f.name, f.id limit most;
    end if;

    if (kinds is null or 'place' = any (kinds)) and after is null then
        return query
        with found as materialized (
            select p.kind, p.ref, min(p.name) as name, max(p.alike) as alike from people.places(asked, counted) p group by p.kind, p.ref)
        select 'place', 0::bigint, f.ref, f.name, f.kind,
               coalesce(case f.kind
                   when 'unit' then (select up.name from people.unit u join people.unit up on up.id = u.parent_id where u.slug = f.ref)
                   when 'site' then (select concat_ws(', ', s.address, c.name) from people.site s left join people.commune c on c.insee = s.commune_insee where s.slug = f.ref)
                   when 'commune' then (select c.name from people.commune c where c.insee = f.ref and c.name <> f.name) end, ''),
               1 - f.alike::double precision, (select count(*) from found)::integer, false
          from found f order by f.alike desc, length(f.name), f.name limit most;
    end if;

    if kinds is not null and kinds <@ array['person', 'space', 'place'] then
        return;
    end if;
    contributed := coalesce(content.contributed(), '{}');
    wanted := search.wanted(asked);
    for attempt in 1 .. 2 loop
        exit when wanted is null;
        -- A word that many use is found among the latest items of each of the viewer's circles; any other one by the index
        -- of words, which for a word that many use would give the items of everybody. The planner cannot tell which is
        -- which, since it knows nothing of words of which only the beginning is typed.
        candidates := array(
            select i.id
              from (select l.* from unnest(readable) mine (id)
                     cross join lateral (
                          select c.id, c.kind, c.search, c.published_at from content.item c
                           where c.circle_id = mine.id and c.state = 'published'
                           order by c.published_at desc, c.id desc limit recent / cardinality(readable) + 25) l
                    union all
                    (select c.id, c.kind, c.search, c.published_at from content.item c
                      where c.author_id = viewer and c.state = 'published' and not c.circle_id = any (readable)
                      order by c.published_at desc, c.id desc limit newest)
                    union all
                    select c.id, c.kind, c.search, c.published_at from content.item c
                     where c.id = any (contributed) and c.author_id <> viewer and c.state = 'published' and not c.circle_id = any (readable)) i
             where i.search @@ wanted and (kinds is null or i.kind = any (kinds))
             order by i.published_at desc, i.id desc
             limit newest);
        if cardinality(candidates) < counted then
            candidates := array(
                select i.id
                  from content.item i
                 where i.state = 'published' and i.search @@ wanted and (kinds is null or i.kind = any (kinds))
                   and (i.circle_id = any (readable) or i.author_id = viewer or i.id = any (contributed))
                 order by i.published_at + interval '0' desc, i.id desc -- an order that no index has
                 limit newest);
        end if;
        -- How well the words fit, and how recent: half a year weighs as much as fitting 2.7 times better.
        return query
        with ranked as materialized (
            select i.id, i.kind, ln(ts_rank(i.search, wanted) + 1e-6) + extract(epoch from i.published_at)::double precision / half_year as score
              from content.item i where i.id = any (candidates)),
        page as (
            select r.* from ranked r
             where after is null or (r.score, r.id) < ((after ->> 'score')::double precision, (after ->> 'id')::bigint)
             order by r.score desc, r.id desc limit most)
        select p.kind, p.id, '', coalesce(i.title, ''), '', search.passage(i.body, wanted), p.score,
               least((select count(*) from ranked), counted)::integer, by_mending
          from page p join content.item i on i.id = p.id
         order by p.score desc, p.id desc;
        exit when found or by_mending;
        wanted := search.mended(asked);
        by_mending := true;
    end loop;
end $$;

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'search' loop
        execute format('alter function %s owner to viaduc_rule', f);
        execute format('revoke all on function %s from public', f);
    end loop;
end $$;
grant execute on function search.find(text, text[], integer, jsonb) to viaduc_web;
grant execute on function search.learn(boolean) to viaduc_system;
