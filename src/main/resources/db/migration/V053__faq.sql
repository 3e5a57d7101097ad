-- Questions and their answers: an item of kind 'question' has the question as its title and the answer as its body. Its
-- category, the service that keeps it true, the day by which it is to be checked, and whether it helps are here.

create schema faq;
grant usage on schema faq to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema faq to viaduc_rule;

create table faq.category (
    id       bigint generated always as identity primary key,
    slug     text not null unique,
    name     text not null check (length(name) between 1 and 80),
    icon     text not null default 'circle-question-mark',
    position integer not null default 0
);

-- Who writes in a category, for the services that they belong to. Communication and administrators write everywhere.
create table faq.editor (
    category_id bigint not null references faq.category on delete cascade,
    person_id   bigint not null references people.person on delete cascade,
    primary key (category_id, person_id)
);
create index editor_person on faq.editor (person_id);

create table faq.question (
    item_id     bigint primary key references content.item on delete cascade,
    category_id bigint not null references faq.category,
    unit_id     bigint not null references people.unit,
    position    integer not null default 0,
    verified_on date not null,
    review_by   date not null,
    reminded_on date,
    helped      integer not null default 0,
    not_helped  integer not null default 0
);
create index question_category on faq.question (category_id, position, item_id);
create index question_review on faq.question (review_by);
create index item_question on content.item (published_at desc, id desc) where kind = 'question' and state = 'published';

-- That somebody has voted, so that nobody votes twice: a fingerprint under a key that the database does not hold, not a
-- person. What was voted is kept until the end of the day, so that one may change one's mind, and then forgotten.
create table faq.voter (
    item_id  bigint not null references content.item on delete cascade,
    voter    bytea not null,
    helped   boolean,
    voted_on date not null,
    primary key (item_id, voter)
);
create index voter_day on faq.voter (voted_on) where helped is not null;

-- Words that found nothing, never who looked. The first time only a fingerprint is kept: what one person alone looks for
-- is not readable. The second time, an hour or more later, the words are.
create table faq.failed_search (
    fingerprint bytea primary key,
    words       text,
    times       integer not null default 1,
    last_at     timestamptz not null
);
create index failed_search_last on faq.failed_search (last_at);

do $$
declare
    t text;
begin
    foreach t in array array['category', 'editor', 'question', 'voter', 'failed_search'] loop
        execute format('alter table faq.%I enable row level security', t);
        execute format('alter table faq.%I force row level security', t);
        execute format('create policy rule on faq.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on faq.%I to viaduc_rule', t);
    end loop;
end $$;

-- ---------------------------------------------------------------- who writes what

create function faq.viewer_edits_all() returns boolean
    language sql stable security definer set search_path = faq, people, pg_temp as $$
    select people.viewer_is_agent() and (people.viewer_has_role('COMMUNICATION') or people.viewer_has_role('ADMINISTRATOR'))
$$;
create function faq.edited_categories() returns bigint[]
    language sql stable security definer set search_path = faq, people, pg_temp as $$
    select array_agg(c.id) from faq.category c
     where faq.viewer_edits_all()
        or (people.viewer_is_agent()
            and exists (select 1 from faq.editor e where e.category_id = c.id and e.person_id = database.viewer()))
$$;
-- The viewer's services, with those above them.
create function faq.edited_units() returns bigint[]
    language sql stable security definer set search_path = faq, people, public, pg_temp as $$
    select array_agg(o.id) from people.unit o
     where faq.viewer_edits_all()
        or exists (select 1 from people.assignment x join people.unit mine on mine.id = x.unit_id
                    where x.person_id = database.viewer() and daterange(x.starts_on, x.ends_on, '[]') @> current_date
                      and mine.path <@ o.path)
$$;
create function faq.may_edit(category bigint, unit bigint) returns boolean
    language sql stable security definer set search_path = faq, pg_temp as $$
    select coalesce(category = any (faq.edited_categories()) and unit = any (faq.edited_units()), false)
$$;

create policy signed_in on faq.category for select to viaduc_web using ((select database.viewer()) is not null);
create policy edited on faq.category to viaduc_web
    using ((select faq.viewer_edits_all())) with check ((select faq.viewer_edits_all()));
grant select, insert, update, delete on faq.category to viaduc_web;
create policy shown on faq.editor for select to viaduc_web
    using (person_id = (select database.viewer()) or (select faq.viewer_edits_all()));
create policy edited on faq.editor to viaduc_web
    using ((select faq.viewer_edits_all())) with check ((select faq.viewer_edits_all()));
grant select, insert, delete on faq.editor to viaduc_web;
create policy shown on faq.question for select to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id));
create policy writes on faq.question for insert to viaduc_web
    with check (faq.may_edit(category_id, unit_id)
        and exists (select 1 from content.item i where i.id = item_id and i.author_id = (select database.viewer())));
-- How many it helped is for those who write: no figure about readers stands in what everybody may read.
grant select (item_id, category_id, unit_id, position, verified_on, review_by), insert (item_id, category_id, unit_id, position, verified_on, review_by)
    on faq.question to viaduc_web;

-- ---------------------------------------------------------------- what editors do

-- The question, when the viewer sees it and may change it.
create function faq.editable(the_item bigint) returns boolean
    language sql stable security definer set search_path = faq, content, circles, pg_temp as $$
    select exists (select 1 from content.item i join faq.question n on n.item_id = i.id
                    where i.id = the_item and i.state = 'published'
                      and (i.circle_id = any (circles.readable()) or i.author_id = database.viewer())
                      and faq.may_edit(n.category_id, n.unit_id))
$$;

-- Changes a question that the editor saw in that version; what it was is kept as a revision. A new answer is judged anew. Says
-- whether it could; null when somebody has changed the answer meanwhile.
create function faq.revise(the_item bigint, the_version integer, the_title text, the_body text, the_excerpt text, the_circle bigint,
                           the_category bigint, the_unit bigint, the_review date, the_moment timestamptz) returns boolean
    language plpgsql security definer set search_path = faq, content, circles, pg_temp as $$
declare
    former content.item%rowtype;
begin
    if not faq.editable(the_item) or not faq.may_edit(the_category, the_unit) then
        return false;
    end if;
    select * into strict former from content.item where id = the_item for update;
    if the_circle <> former.circle_id and not circles.may_name(array[the_circle]) then
        return false;
    end if;
    if former.title is distinct from the_title or former.body <> the_body then
        if former.version is distinct from the_version then
            return null;
        end if;
        insert into content.revision (item_id, version, circle_id, title, excerpt, body, seen, edited_by, edited_at)
        values (the_item, former.version, former.circle_id, former.title, former.excerpt, former.body, true, database.viewer(), the_moment);
        update content.item set title = the_title, body = the_body, excerpt = the_excerpt, version = version + 1, edited_at = the_moment
         where id = the_item;
        delete from faq.voter where item_id = the_item;
        update faq.question set helped = 0, not_helped = 0 where item_id = the_item;
    end if;
    update content.item set circle_id = the_circle where id = the_item and circle_id <> the_circle;
    update faq.question
       set position = case when category_id = the_category then position
                           else (select coalesce(max(o.position), 0) + 1 from faq.question o where o.category_id = the_category) end,
           category_id = the_category, unit_id = the_unit, review_by = the_review, verified_on = current_date, reminded_on = null
     where item_id = the_item;
    return true;
end $$;

-- The answer is still true: it is to be checked again by that day.
create function faq.verify(the_item bigint, the_day date) returns boolean
    language plpgsql security definer set search_path = faq, pg_temp as $$
begin
    if not faq.editable(the_item) then
        return false;
    end if;
    update faq.question set verified_on = current_date, review_by = the_day, reminded_on = null where item_id = the_item;
    return true;
end $$;

create function faq.withdraw(the_item bigint) returns boolean
    language plpgsql security definer set search_path = faq, content, pg_temp as $$
begin
    if not faq.editable(the_item) then
        return false;
    end if;
    update content.item set state = 'removed', removed_at = now(), removed_by = database.viewer() where id = the_item;
    return true;
end $$;

-- One place up, or down, in its category.
create function faq.move(the_item bigint, up boolean) returns boolean
    language plpgsql security definer set search_path = faq, content, pg_temp as $$
declare
    the_category bigint;
begin
    if not faq.editable(the_item) then
        return false;
    end if;
    select category_id into the_category from faq.question where item_id = the_item;
    perform 1 from faq.category where id = the_category for update;
    with ranked as (
        select n.item_id, row_number() over (order by n.position, n.item_id) * 2 as rank
          from faq.question n join content.item i on i.id = n.item_id and i.state = 'published'
         where n.category_id = the_category),
    moved as (
        select item_id, row_number() over (order by rank + case when item_id = the_item then case when up then -3 else 3 end else 0 end) as rank
          from ranked)
    update faq.question n set position = m.rank from moved m where m.item_id = n.item_id and n.position <> m.rank;
    return true;
end $$;

-- ---------------------------------------------------------------- did it help?

-- Counts the viewer's opinion. Answers 'counted', 'changed', 'already' (given another day: what it was is forgotten) or 'missing'.
create function faq.rate(the_item bigint, the_key bytea, did_help boolean, today date) returns text
    language plpgsql security definer set search_path = faq, content, circles, pg_temp as $$
declare
    me bigint := database.viewer();
    the_voter bytea;
    former faq.voter%rowtype;
begin
    if me is null or me = 0 or not exists (
        select 1 from content.item i join faq.question n on n.item_id = i.id
         where i.id = the_item and i.state = 'published' and i.circle_id = any (circles.readable())) then
        return 'missing';
    end if;
    the_voter := sha256(the_key || convert_to(the_item || ' ' || me, 'UTF8'));
    insert into faq.voter (item_id, voter, helped, voted_on) values (the_item, the_voter, did_help, today) on conflict do nothing;
    if found then
        update faq.question set helped = helped + did_help::integer, not_helped = not_helped + (not did_help)::integer where item_id = the_item;
        return 'counted';
    end if;
    select * into former from faq.voter where item_id = the_item and voter = the_voter for update;
    if former.helped is null or former.voted_on < today then
        return 'already';
    end if;
    if former.helped <> did_help then
        update faq.voter set helped = did_help where item_id = the_item and voter = the_voter;
        update faq.question
           set helped = helped + case when did_help then 1 else -1 end, not_helped = not_helped + case when did_help then -1 else 1 end
         where item_id = the_item;
    end if;
    return 'changed';
end $$;

-- What was voted before today is forgotten; that one has voted stays.
create function faq.forget_votes(today date) returns integer
    language sql security definer set search_path = faq, pg_temp as $$
    with forgotten as (update faq.voter set helped = null where helped is not null and voted_on < today returning 1)
    select count(*)::integer from forgotten
$$;

-- ---------------------------------------------------------------- finding

-- Questions with all these words, the last one perhaps only begun; or whose question looks like it. Best first. Runs as the
-- owner of the rules, as words under policies lose their index, and applies the rule of access itself.
create function faq.find(query text, most integer) returns setof bigint
    language plpgsql stable security definer rows 20 set search_path = faq, content, circles, people, public, pg_temp as $$
declare
    readable bigint[] := coalesce(circles.readable(), '{}');
    viewer bigint := database.viewer();
    typed text := left(people.plain(btrim(coalesce(query, ''))), 200);
    words tsquery;
begin
    if viewer is null or typed = '' then
        return;
    end if;
    select to_tsquery('public.viaduc_words', string_agg('''' || w || ''':*', ' & ')) into words
      from regexp_split_to_table(typed, '[^a-z0-9]+') w where w <> '';
    words := coalesce(words, ''::tsquery) || plainto_tsquery('public.viaduc_fr', typed);
    return query
    select i.id
      from content.item i
     where i.kind = 'question' and i.state = 'published'
       and (i.circle_id = any (readable) or i.author_id = viewer)
       and (i.search @@ words or word_similarity(typed, people.plain(i.title)) > 0.5)
     order by ts_rank(i.search, words) * case when i.search @@ words then 1 else 0 end + word_similarity(typed, people.plain(i.title)) desc, i.id
     limit most;
end $$;

-- Questions that share words with this one, those of its category first among equals.
create function faq.alike(the_item bigint, most integer) returns setof bigint
    language plpgsql stable security definer rows 5 set search_path = faq, content, circles, public, pg_temp as $$
declare
    readable bigint[] := coalesce(circles.readable(), '{}');
    words tsquery;
    the_category bigint;
begin
    select n.category_id,
           (select string_agg('''' || lexeme || '''', ' | ')::tsquery
              from unnest(to_tsvector('public.viaduc_fr', i.title)) where length(lexeme) > 2)
      into the_category, words
      from content.item i join faq.question n on n.item_id = i.id
     where i.id = the_item and i.state = 'published' and (i.circle_id = any (readable) or i.author_id = database.viewer());
    if words is null then
        return;
    end if;
    return query
    select i.id
      from content.item i join faq.question n on n.item_id = i.id
     where i.kind = 'question' and i.state = 'published' and i.id <> the_item and i.circle_id = any (readable)
       and i.search @@ words
     order by ts_rank(i.search, words) * case when n.category_id = the_category then 1.5 else 1 end desc, i.id
     limit most;
end $$;

-- ---------------------------------------------------------------- searches in vain

-- Notes words that found nothing, unless they may say who looks or for whom: a name of the directory or what resembles one,
-- an address, a number, a sentence.
create function faq.note_failed(asked text, the_key bytea, the_moment timestamptz) returns void
    language plpgsql security definer set search_path = faq, people, public, pg_temp as $$
declare
    typed text := regexp_replace(btrim(coalesce(asked, '')), '\s+', ' ', 'g');
    plain text := people.plain(typed);
begin
    if length(typed) not between 3 and 60 or array_length(string_to_array(typed, ' '), 1) > 6
       or typed ~ '[@]|https?:' or length(regexp_replace(typed, '\D', '', 'g')) >= 3
       or typed ~* '(^|\s)(m\.|mr|mme|mlle|monsieur|madame)(\s|$)'
       -- « Jean Dupont »: every word begins with a capital.
       or typed ~ '^[[:upper:]][^ ]* ([[:upper:]][^ ]* ?)+$'
       or exists (
           select 1 from unnest(people.words(typed)) w
            where length(w) > 2
              and (exists (select 1 from people.entry e where e.names @@ quote_literal(w)::tsquery)
                or length(w) > 4
                   and exists (select 1 from people.word k
                                where k.word % w and similarity(k.word, w) > 0.6
                                  and exists (select 1 from people.entry e where e.names @@ quote_literal(k.word)::tsquery)))) then
        return;
    end if;
    insert into faq.failed_search as s (fingerprint, last_at)
    values (sha256(the_key || convert_to(plain, 'UTF8')), date_trunc('hour', the_moment))
    on conflict (fingerprint) do update
       set times = s.times + 1, words = lower(typed), last_at = excluded.last_at
     where s.last_at < excluded.last_at;
end $$;

-- Looked for at least twice: for those who write.
create function faq.failed(most integer) returns table (words text, times integer, last_on date)
    language sql stable security definer rows 20 set search_path = faq, pg_temp as $$
    select s.words, s.times, s.last_at::date from faq.failed_search s
     where s.words is not null and s.times >= 2 and cardinality(faq.edited_categories()) > 0
     order by s.times desc, s.last_at desc, s.words limit most
$$;
create function faq.dismiss(the_words text) returns void
    language sql security definer set search_path = faq, pg_temp as $$
    delete from faq.failed_search s where s.words = the_words and cardinality(faq.edited_categories()) > 0
$$;

-- Half a year for words, a month for fingerprints.
create function faq.forget_searches(the_moment timestamptz) returns void
    language sql security definer set search_path = faq, pg_temp as $$
    delete from faq.failed_search where last_at < the_moment - case when words is null then interval '1 month' else interval '6 months' end
$$;

-- What editors ought to look at again: answers that do not help. Figures under ten votes stay unsaid.
create function faq.low_rated(most integer) returns table (item_id bigint, helped integer, votes integer)
    language sql stable security definer rows 20 set search_path = faq, content, circles, pg_temp as $$
    select n.item_id, case when n.helped + n.not_helped >= 10 then n.helped end, case when n.helped + n.not_helped >= 10 then n.helped + n.not_helped end
      from faq.question n join content.item i on i.id = n.item_id
     where i.state = 'published' and (i.circle_id = any (circles.readable()) or i.author_id = database.viewer())
       and n.not_helped >= 3 and n.not_helped >= n.helped
       and n.category_id = any (faq.edited_categories()) and n.unit_id = any (faq.edited_units())
     order by n.not_helped - n.helped desc, n.item_id limit most
$$;

-- Due to be checked, and not recalled in the last fortnight; marks them as recalled.
create function faq.recall(today date) returns setof bigint
    language sql security definer rows 20 set search_path = faq, content, pg_temp as $$
    update faq.question n set reminded_on = today
      from content.item i
     where i.id = n.item_id and i.state = 'published' and n.review_by <= today + 14
       and (n.reminded_on is null or n.reminded_on <= today - 14)
    returning n.item_id
$$;

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'faq' loop
        execute format('alter function %s owner to viaduc_rule', f);
        execute format('revoke all on function %s from public', f);
    end loop;
end $$;
grant execute on function faq.viewer_edits_all(), faq.edited_categories(), faq.edited_units(), faq.may_edit(bigint, bigint), faq.editable(bigint),
    faq.revise(bigint, integer, text, text, text, bigint, bigint, bigint, date, timestamptz), faq.verify(bigint, date), faq.withdraw(bigint),
    faq.move(bigint, boolean), faq.rate(bigint, bytea, boolean, date), faq.find(text, integer), faq.alike(bigint, integer),
    faq.failed(integer), faq.dismiss(text), faq.low_rated(integer) to viaduc_web;
grant execute on function faq.forget_votes(date), faq.note_failed(text, bytea, timestamptz), faq.forget_searches(timestamptz),
    faq.recall(date) to viaduc_system;
