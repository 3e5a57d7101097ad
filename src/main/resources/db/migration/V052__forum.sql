-- The forum: topics are items, replies are the spine's comments; here is what is their own: categories, the accepted answer's
-- circumstances, pins, what each has read, words to find alike topics by.

create schema forum;
grant usage on schema forum to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema forum to viaduc_rule;

-- A category says who sees its topics, and who answers when nobody does.
create table forum.category (
    id               bigint generated always as identity primary key,
    slug             text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
    name             text not null check (length(name) between 1 and 80),
    description      text not null default '' check (length(description) <= 300),
    circle_id        bigint not null references circles.circle,
    referent_id      bigint references people.person on delete set null,
    referent_unit_id bigint references people.unit on delete set null,
    answer_days      integer not null default 3 check (answer_days between 1 and 60),
    position         integer not null default 50,
    topics           integer not null default 0,   -- those that are for the whole category: the others are nobody else's business
    archived_at      timestamptz,
    check (referent_id is null or referent_unit_id is null)
);
create index category_circle on forum.category (circle_id);

create table forum.topic (
    item_id         bigint primary key references content.item on delete cascade,
    category_id     bigint not null references forum.category,
    narrowed_to     bigint references circles.circle,  -- those of the category who are in this circle too; null: the whole category
    question        boolean not null default true,
    pinned_at       timestamptz,
    closed_by       bigint references people.person on delete set null,
    answers         integer not null default 0,        -- replies by others than its author
    last_comment_id bigint not null default 0,
    active_at       timestamptz not null default now(),-- the item's own, where lists need it
    readings        integer not null default 0,        -- how often it was opened with something new in it; by whom is nowhere
    accepted_by     bigint references people.person on delete set null,
    accepted_at     timestamptz,
    referred_at     timestamptz,                       -- since when it waits for the category's referent
    merged_into     bigint references content.item on delete set null,
    words           text[] not null default '{}'       -- of its title, without their endings
) with (fillfactor = 80);
create index topic_merged on forum.topic (merged_into) where merged_into is not null;
create index topic_active on forum.topic (category_id, active_at desc, item_id desc) where merged_into is null;
create index topic_unanswered on forum.topic (category_id, active_at desc, item_id desc)
    where merged_into is null and question and answers = 0;
create index topic_undecided on forum.topic (active_at desc, item_id desc)
    where merged_into is null and question and answers > 0 and accepted_at is null;
create index topic_pinned on forum.topic (category_id) where pinned_at is not null;
create index topic_accepted on forum.topic (accepted_at desc) where accepted_at is not null;

-- The last reply that a person has seen of a topic. Theirs alone: nobody else, no job and no administrator, can read it. No date is
-- kept with it: it is forgotten when the topic has been quiet for some months, and what is that old counts as read.
create table forum.reading (
    person_id       bigint not null references people.person on delete cascade,
    item_id         bigint not null references forum.topic on delete cascade,
    last_comment_id bigint not null default 0,
    primary key (person_id, item_id)
);
create index reading_item on forum.reading (item_id);
create function forum.kept_for() returns interval language sql immutable return interval '6 months';

-- The words of replies, to search inside the forum.
create table forum.reply (
    comment_id bigint primary key references content.comment on delete cascade,
    item_id    bigint not null references forum.topic on delete cascade,
    words      tsvector not null
);
create index reply_item on forum.reply (item_id);
create index reply_words on forum.reply using gin (words);

-- The words of titles, circle by circle. Whoever looks for topics alike goes through the entries of their own circles only, so
-- that what they may not see changes neither what they get nor how long it takes.
create table forum.title_word (
    circle_id bigint not null references circles.circle on delete cascade,
    word      text collate "C" not null,
    item_id   bigint not null references forum.topic on delete cascade,
    primary key (circle_id, word, item_id)
);
create index title_word_item on forum.title_word (item_id);

-- The same words with a letter missing here or there, by which a slip of the finger still finds them.
create table forum.title_slip (
    circle_id bigint not null references circles.circle on delete cascade,
    slip      text collate "C" not null,
    word      text collate "C" not null,
    primary key (circle_id, slip, word)
);

do $$
declare
    t text;
begin
    foreach t in array array['category', 'topic', 'reading', 'reply', 'title_word', 'title_slip'] loop
        execute format('alter table forum.%I enable row level security', t);
        execute format('alter table forum.%I force row level security', t);
        execute format('create policy rule on forum.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on forum.%I to viaduc_rule', t);
    end loop;
end $$;

-- ---------------------------------------------------------------- who may what

-- The categories that the viewer answers for: as their referent, or in the service that is.
create function forum.answered_for() returns bigint[]
    language sql stable security definer set search_path = forum, circles, pg_temp
    return (select array_agg(c.id)
              from forum.category c
              left join circles.circle k on k.kind = 'unit' and k.ref = c.referent_unit_id::text
             where c.circle_id = any ((select circles.readable())::bigint[])
               and (c.referent_id = database.viewer() or k.id = any ((select circles.readable())::bigint[])));

-- Where the viewer keeps order: those, and for moderators every category that they see.
create function forum.led() returns bigint[]
    language plpgsql stable security definer set search_path = forum, circles, people, pg_temp as $$
declare
    found text := database.kept('viaduc.forum_led');
    me constant bigint := database.viewer();
    mine constant bigint[] := circles.readable();
    categories bigint[];
begin
    if found is null then
        categories := array(select c.id from forum.category c
                             where c.circle_id = any (mine)
                               and (c.referent_id = me or people.viewer_has_role('MODERATOR')
                                 or exists (select 1 from circles.circle k
                                             where k.kind = 'unit' and k.ref = c.referent_unit_id::text and k.id = any (mine))));
        -- Most people answer for none.
        found := case when categories <> '{}' and circles.viewer_is_here() then categories::text else '' end;
        perform database.keep('viaduc.forum_led', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;

-- Where the viewer may open a topic.
create function forum.writable() returns bigint[]
    language sql stable security definer set search_path = forum, circles, pg_temp
    return (select array_agg(c.id) from forum.category c
             where c.archived_at is null and c.circle_id = any ((select circles.readable())::bigint[]));

create function forum.administers() returns boolean
    language sql stable security definer set search_path = people, pg_temp
    return people.viewer_is_agent() and (people.viewer_has_role('ADMINISTRATOR') or people.viewer_has_role('COMMUNICATION'));

create policy shown on forum.category for select to viaduc_web
    using (circle_id = any ((select circles.readable())::bigint[]) or (select forum.administers()));
create policy opens on forum.category for insert to viaduc_web with check ((select forum.administers()));
create policy changes on forum.category for update to viaduc_web
    using ((select forum.administers())) with check ((select forum.administers()));
grant select on forum.category to viaduc_web;
grant insert (slug, name, description, circle_id, referent_id, referent_unit_id, answer_days, position),
      update (name, description, circle_id, referent_id, referent_unit_id, answer_days, position, archived_at) on forum.category to viaduc_web;

create policy shown on forum.topic for select to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id));
create policy opens on forum.topic for insert to viaduc_web
    with check (category_id = any ((select forum.writable())::bigint[])
        and exists (select 1 from content.item i where i.id = item_id and i.author_id = (select database.viewer())));
grant select on forum.topic to viaduc_web;
grant insert (item_id, category_id, narrowed_to, question) on forum.topic to viaduc_web;

create policy own on forum.reading for select to viaduc_web using (person_id = (select database.viewer()));
grant select on forum.reading to viaduc_web;

-- The circle of those of a category who are in another one too: never wider than the category.
create function forum.within(the_circle bigint, narrower bigint) returns bigint
    language plpgsql security definer set search_path = circles, pg_temp as $$
declare
    its_kind text := (select kind from circles.circle where id = the_circle);
begin
    if narrower is null or narrower = the_circle then
        return the_circle;
    elsif its_kind = 'everyone' then
        return narrower;
    elsif its_kind = 'combination' then
        return circles.combine((select jsonb_agg(bases) from (
            select jsonb_agg(t.base_id::text) || jsonb_build_array(narrower::text) as bases
              from circles.term t where t.circle_id = the_circle group by t.term_no) terms));
    end if;
    return circles.combine(jsonb_build_array(jsonb_build_array(the_circle::text, narrower::text)));
end $$;

-- ---------------------------------------------------------------- words of titles

create function forum.words(title text) returns text[]
    language sql stable set search_path = public, pg_temp
    return tsvector_to_array(to_tsvector('public.viaduc_fr', title));

-- A word, and what is left of it when one letter is forgotten: two words a slip apart have one of these in common.
create function forum.slips(word text) returns text[]
    language sql immutable set search_path = pg_temp
    return array(select left(word, 14)
                 union
                 select overlay(left(word, 14) placing '' from k for 1)
                   from generate_series(1, least(length(word), 14)) k where length(word) between 4 and 30);

create function forum.index_title(the_item bigint) returns void
    language plpgsql set search_path = forum, content, pg_temp as $$
declare
    the_circle bigint;
    its_words text[];
begin
    select i.circle_id, t.words into the_circle, its_words
      from forum.topic t join content.item i on i.id = t.item_id where t.item_id = the_item and i.state = 'published';
    delete from forum.title_word where item_id = the_item;
    if the_circle is not null then
        insert into forum.title_word (circle_id, word, item_id) select the_circle, w, the_item from unnest(its_words) w;
        insert into forum.title_slip (circle_id, slip, word)
        select the_circle, s, w from unnest(its_words) w cross join lateral unnest(forum.slips(w)) s
        on conflict do nothing;
    end if;
end $$;

-- At night: slips of words that no title of the circle has any more.
create function forum.forget_slips() returns void
    language sql security definer set search_path = forum, pg_temp as $$
    delete from forum.title_slip s
     where not exists (select 1 from forum.title_word w where w.circle_id = s.circle_id and w.word = s.word)
$$;

-- Topics whose title says much the same, best first, among those that the viewer sees. Rare words tell more than common ones; the
-- last word may only have been begun. Reads the entries of the viewer's circles and no other.
create function forum.similar(title text, except_item bigint default null, most integer default 5)
    returns table (item_id bigint, likeness real)
    language plpgsql stable security definer rows 5 set search_path = forum, content, circles, people, public, pg_temp
    set jit = off set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    enough constant integer := 500;      -- entries of one word in one circle, the latest topics first
    looked_at constant integer := 60;
    least_alike constant real := 0.34;
    asked constant text := left(btrim(coalesce(title, '')), 200);
    readable bigint[];
    places bigint[];
    typed text[];
    begun text;
    w text;
    alike text[];
    numbers integer[] := '{}';
    candidates text[] := '{}';
    missing integer := 0;
begin
    if database.viewer() is null or length(asked) < 3 then
        return;
    end if;
    readable := coalesce(circles.readable(), '{}');
    -- Each circle is asked by itself, here and below, in the index's order: otherwise the planner may read through the whole
    -- table instead, which holds what others write.
    places := array(select c.id from unnest(readable) c(id)
                     cross join lateral (select from forum.title_word t where t.circle_id = c.id order by t.word, t.item_id limit 1) entry);
    typed := (forum.words(asked))[1:12];
    begun := substring(people.plain(asked) from '([a-z0-9]{3,})$');
    if cardinality(places) = 0 then
        return;
    end if;
    for n in 1 .. coalesce(cardinality(typed), 0) loop
        w := typed[n];
        alike := array[w];
        if not exists (select from unnest(places) p(id)
                        cross join lateral (select from forum.title_word t where t.circle_id = p.id and t.word = w order by t.item_id limit 1) entry) then
            alike := '{}';
            if begun is not null and starts_with(begun, w) then
                alike := array(select distinct b.word
                                 from unnest(places) p(id)
                                 cross join lateral (select t.word from forum.title_word t
                                                      where t.circle_id = p.id and t.word >= w and t.word < w || '~'
                                                      order by t.word, t.item_id limit 100) b
                                limit 5);
            end if;
            if cardinality(alike) = 0 and length(w) >= 4 and w !~ '[0-9]' then
                alike := array(select s.word
                                 from unnest(places) p(id)
                                 cross join lateral unnest(forum.slips(w)) l(slip)
                                 cross join lateral (select t.word from forum.title_slip t
                                                      where t.circle_id = p.id and t.slip = l.slip order by t.word limit 50) s
                                group by s.word having similarity(s.word, w) >= 0.25
                                order by similarity(s.word, w) desc, s.word limit 3);
            end if;
        end if;
        if cardinality(alike) = 0 then
            missing := missing + 1;
        else
            candidates := candidates || alike;
            numbers := numbers || array_fill(n, array[cardinality(alike)]);
        end if;
    end loop;
    if cardinality(candidates) = 0 then
        return;
    end if;
    return query
    with asked_for as (select a.no, a.word from unnest(numbers, candidates) a(no, word)),
    found as materialized (
        select distinct a.no, f.item_id
          from asked_for a
          cross join unnest(places) p(id)
          cross join lateral (select t.item_id from forum.title_word t
                               where t.circle_id = p.id and t.word = a.word order by t.item_id desc limit enough) f),
    weight as materialized (select f.no, 1 / (1 + ln(count(*))) as weight from found f group by f.no),
    whole as (select sum(w.weight) + missing * 0.5 as weight from weight w),
    nearest as materialized (
        select f.item_id from found f join weight w on w.no = f.no
         where f.item_id is distinct from except_item
         group by f.item_id order by sum(w.weight) desc, f.item_id desc limit looked_at),
    -- A common word has more entries than were read: what these few topics really have in common with it.
    measured as (
        select n.item_id,
               ((select sum(w.weight) from weight w
                  where exists (select 1 from asked_for a where a.no = w.no and a.word = any (t.words)))
                / (select s.weight from whole s)
                - 0.01 * least(abs(cardinality(t.words) - cardinality(typed)), 10))::real as likeness
          from nearest n join forum.topic t on t.item_id = n.item_id)
    select m.item_id, m.likeness
      from measured m join content.item i on i.id = m.item_id
     where m.likeness >= least_alike and i.state = 'published' and i.circle_id = any (readable)
     order by m.likeness desc, m.item_id desc limit most;
end $$;

-- ---------------------------------------------------------------- what follows by itself

-- A topic is for its category, or for fewer; whoever opens it follows it and has read it.
create function forum.before_topic() returns trigger
    language plpgsql security definer set search_path = forum, content, circles, pg_temp as $$
declare
    its_item content.item%rowtype;
begin
    select * into its_item from content.item where id = new.item_id;
    if its_item.circle_id is distinct from
            (select forum.within(c.circle_id, new.narrowed_to) from forum.category c where c.id = new.category_id) then
        raise exception 'a topic is for its category, or for fewer' using errcode = 'check_violation';
    end if;
    new.active_at := coalesce(its_item.active_at, its_item.created_at);
    new.words := forum.words(coalesce(its_item.title, ''));
    return new;
end $$;
create function forum.after_topic() returns trigger
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
begin
    perform forum.index_title(new.item_id);
    if new.narrowed_to is null then
        update forum.category set topics = topics + 1 where id = new.category_id;
    end if;
    insert into content.follow (person_id, item_id, state)
    select i.author_id, i.id, 'following' from content.item i where i.id = new.item_id
    on conflict do nothing;
    insert into forum.reading (person_id, item_id) select i.author_id, i.id from content.item i where i.id = new.item_id
    on conflict do nothing;
    return null;
end $$;
create trigger checked before insert on forum.topic for each row execute function forum.before_topic();
create trigger opened after insert on forum.topic for each row execute function forum.after_topic();

-- A topic that changes title, circle or state. Its circle is its category's even when it is written past the forum.
create function forum.follow_item() returns trigger
    language plpgsql security definer set search_path = forum, content, circles, pg_temp as $$
declare
    its_topic forum.topic%rowtype;
begin
    select * into its_topic from forum.topic where item_id = new.id;
    if its_topic.item_id is null then
        return null;
    end if;
    if new.circle_id <> old.circle_id and new.circle_id <>
            (select forum.within(c.circle_id, its_topic.narrowed_to) from forum.category c where c.id = its_topic.category_id) then
        raise exception 'a topic is for its category, or for fewer' using errcode = 'check_violation';
    end if;
    if new.title is distinct from old.title then
        update forum.topic set words = forum.words(coalesce(new.title, '')) where item_id = new.id;
    end if;
    perform forum.index_title(new.id);
    if (new.state = 'published') <> (old.state = 'published') and its_topic.narrowed_to is null then
        update forum.category set topics = topics + case new.state when 'published' then 1 else -1 end
         where id = its_topic.category_id;
    end if;
    return null;
end $$;
create trigger forum_topic after update of title, circle_id, state on content.item for each row
    when (new.kind = 'topic' and (new.title, new.circle_id, new.state) is distinct from (old.title, old.circle_id, old.state))
    execute function forum.follow_item();

create function forum.index_reply(the_comment bigint) returns void
    language sql set search_path = forum, content, public, pg_temp as $$
    insert into forum.reply (comment_id, item_id, words)
    select c.id, c.item_id, to_tsvector('public.viaduc_fr', regexp_replace(c.body, '<[^>]*>', ' ', 'g'))
      from content.comment c where c.id = the_comment
    on conflict (comment_id) do update set item_id = excluded.item_id, words = excluded.words
$$;

-- Replies: their number, who has read, their words. Whoever replies follows, unless they had muted.
create function forum.on_reply() returns trigger
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
begin
    if not exists (select 1 from forum.topic where item_id = new.item_id) then
        return null;
    end if;
    if tg_op = 'INSERT' then
        update forum.topic t
           set answers = answers + case when i.author_id = new.author_id then 0 else 1 end,
               last_comment_id = greatest(last_comment_id, new.id), active_at = greatest(t.active_at, new.created_at)
          from content.item i where i.id = t.item_id and t.item_id = new.item_id;
        insert into content.follow (person_id, item_id, state) values (new.author_id, new.item_id, 'following') on conflict do nothing;
        insert into forum.reading (person_id, item_id, last_comment_id) values (new.author_id, new.item_id, new.id)
        on conflict (person_id, item_id) do update set last_comment_id = greatest(reading.last_comment_id, excluded.last_comment_id);
    elsif new.removed_at is not null and old.removed_at is null then
        perform forum.recount(new.item_id);
    end if;
    if new.removed_at is not null then
        delete from forum.reply where comment_id = new.id;
    else
        perform forum.index_reply(new.id);
    end if;
    return null;
end $$;
create trigger forum_reply after insert or update of body, removed_at on content.comment
    for each row execute function forum.on_reply();

-- Counts a topic's replies again: after one was taken away, or many came or went.
create function forum.recount(the_item bigint) returns void
    language sql set search_path = forum, content, pg_temp as $$
    update content.item i
       set comment_count = (select count(*) from content.comment c where c.item_id = the_item and c.removed_at is null),
           active_at = greatest(i.published_at, (select max(c.created_at) from content.comment c where c.item_id = the_item and c.removed_at is null))
     where i.id = the_item;
    update forum.topic t
       set answers = (select count(*) from content.comment c where c.item_id = the_item and c.removed_at is null and c.author_id <> i.author_id),
           last_comment_id = coalesce((select max(c.id) from content.comment c where c.item_id = the_item and c.removed_at is null), 0),
           active_at = i.active_at,
           accepted_by = case when i.answer_id is not null then t.accepted_by end,
           accepted_at = case when i.answer_id is not null then t.accepted_at end
      from content.item i where i.id = t.item_id and t.item_id = the_item;
$$;

-- ---------------------------------------------------------------- reading

-- Notes what a person has just been shown. Who reads what leaves this function for nobody; the number of readings is a number.
create function forum.note_reading(the_person bigint, the_item bigint, last_seen bigint) returns void
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
begin
    insert into forum.reading as r (person_id, item_id, last_comment_id) values (the_person, the_item, last_seen)
    on conflict (person_id, item_id) do update set last_comment_id = excluded.last_comment_id
     where r.last_comment_id < excluded.last_comment_id;
    if found then
        update forum.topic t set readings = readings + 1
          from content.item i where i.id = t.item_id and t.item_id = the_item and i.author_id <> the_person;
    end if;
end $$;

-- Everything that the viewer sees and that still counts as new is read.
create function forum.read_all(the_category bigint) returns void
    language sql security definer set search_path = forum, content, circles, pg_temp as $$
    insert into forum.reading as r (person_id, item_id, last_comment_id)
    select database.viewer(), t.item_id, t.last_comment_id
      from forum.topic t join content.item i on i.id = t.item_id
     where (the_category is null or t.category_id = the_category)
       and t.active_at > now() - forum.kept_for() and i.state = 'published'
       and i.circle_id = any ((select circles.readable())::bigint[]) and database.viewer() > 0
    on conflict (person_id, item_id) do update set last_comment_id = excluded.last_comment_id
     where r.last_comment_id < excluded.last_comment_id
$$;

-- At night: the marks of quiet topics, and those of people who have left.
create function forum.forget_readings() returns void
    language sql security definer set search_path = forum, people, pg_temp as $$
    delete from forum.reading r using forum.topic t
     where t.item_id = r.item_id and t.active_at < now() - forum.kept_for();
    delete from forum.reading r using people.person p
     where p.id = r.person_id and (p.erased_at is not null or p.left_on < current_date)
$$;

-- ---------------------------------------------------------------- keeping order

-- Whether the viewer keeps order where this topic stands, and sees it.
create function forum.leads(the_item bigint) returns boolean
    language sql stable security definer set search_path = forum, content, circles, pg_temp
    return exists (select 1 from forum.topic t join content.item i on i.id = t.item_id
                    where t.item_id = the_item and i.state = 'published'
                      and t.category_id = any ((select forum.led())::bigint[])
                      and (i.circle_id = any ((select circles.readable())::bigint[]) or i.author_id = database.viewer()));

create function forum.wrote(the_item bigint) returns boolean
    language sql stable security definer set search_path = content, circles, pg_temp
    return circles.viewer_is_here()
       and exists (select 1 from content.item i where i.id = the_item and i.author_id = database.viewer() and i.state = 'published');

-- Accepts a reply as the answer (null: none any more). Whether anything was done.
create function forum.accept(the_item bigint, the_comment bigint) returns boolean
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
begin
    if not (forum.leads(the_item) or forum.wrote(the_item))
       or not exists (select 1 from forum.topic where item_id = the_item and question)
       or (the_comment is not null and not exists (
            select 1 from content.comment c where c.id = the_comment and c.item_id = the_item and c.removed_at is null)) then
        return false;
    end if;
    update content.item set answer_id = the_comment where id = the_item;
    update forum.topic
       set accepted_by = case when the_comment is not null then database.viewer() end,
           accepted_at = case when the_comment is not null then now() end
     where item_id = the_item;
    return true;
end $$;

-- Its author closes a topic and opens again what they closed themselves; those who keep order both.
create function forum.close(the_item bigint, closing boolean) returns boolean
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
begin
    if not (forum.leads(the_item)
            or forum.wrote(the_item) and (closing or exists (
                select 1 from forum.topic t where t.item_id = the_item and t.closed_by = database.viewer()))) then
        return false;
    end if;
    update content.item set comments_open = not closing where id = the_item;
    update forum.topic set closed_by = case when closing then database.viewer() end where item_id = the_item;
    return true;
end $$;

create function forum.pin(the_item bigint, pinning boolean) returns boolean
    language plpgsql security definer set search_path = forum, pg_temp as $$
begin
    if not forum.leads(the_item) then
        return false;
    end if;
    update forum.topic set pinned_at = case when pinning then coalesce(pinned_at, now()) end where item_id = the_item;
    return true;
end $$;

-- The subjects of a topic, all at once: at most six.
create function forum.tag(the_item bigint, names text[], slugs text[]) returns boolean
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
begin
    if not (forum.leads(the_item) or forum.wrote(the_item)) or cardinality(names) > 6 then
        return false;
    end if;
    insert into content.tag (slug, name) select s, n from unnest(slugs, names) t(s, n) on conflict do nothing;
    delete from content.item_tag where item_id = the_item and tag_id not in (select id from content.tag where slug = any (slugs));
    insert into content.item_tag (item_id, tag_id) select the_item, id from content.tag where slug = any (slugs) on conflict do nothing;
    return true;
end $$;

-- How many see more, and how many see less, when something goes from one circle to another; both are for the viewer to see.
create function forum.difference(before bigint, after bigint) returns table (gained integer, lost integer)
    language sql stable security definer rows 100 set search_path = circles, pg_temp as $$
    with was as (select person_id from circles.member where circle_id = before and person_id > 0 and valid @> current_date),
         will as (select person_id from circles.member where circle_id = after and person_id > 0 and valid @> current_date)
    select (select count(*) from will where person_id not in (select person_id from was))::integer,
           (select count(*) from was where person_id not in (select person_id from will))::integer
     where before = any (circles.readable()) and after = any (circles.readable())
$$;

-- Which circle a topic would have in a category: the category's, or what it was narrowed to there.
create function forum.circle_in(the_item bigint, the_category bigint) returns bigint
    language sql security definer set search_path = forum, pg_temp as $$
    select forum.within(c.circle_id, t.narrowed_to)
      from forum.topic t cross join forum.category c
     where t.item_id = the_item and c.id = the_category and c.id = any (forum.writable())
$$;

-- Puts a topic in another category, and so before other eyes. Its author may, as long as nobody else has answered.
create function forum.move(the_item bigint, the_category bigint) returns boolean
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
declare
    its_topic forum.topic%rowtype;
    the_circle bigint;
begin
    select * into its_topic from forum.topic where item_id = the_item for update;
    if not (forum.leads(the_item)
            or forum.wrote(the_item) and not exists (
                select 1 from content.comment c where c.item_id = the_item and c.author_id <> database.viewer())) then
        return false;
    end if;
    the_circle := forum.circle_in(the_item, the_category);
    if the_circle is null then
        return false;
    end if;
    if its_topic.category_id <> the_category then
        update forum.topic set category_id = the_category, pinned_at = null, referred_at = null where item_id = the_item;
        if its_topic.narrowed_to is null then
            update forum.category set topics = topics - 1 where id = its_topic.category_id;
            update forum.category set topics = topics + 1 where id = the_category;
        end if;
        update content.item set circle_id = the_circle where id = the_item and circle_id <> the_circle;
    end if;
    return true;
end $$;

-- Joins a topic to another one: its text becomes a reply there, its replies follow, its address leads there.
create function forum.merge(the_item bigint, target bigint) returns boolean
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
declare
    source content.item%rowtype;
    opening bigint;
begin
    perform 1 from forum.topic where item_id in (the_item, target) order by item_id for update;
    if the_item = target or not forum.leads(the_item) or not forum.leads(target) then
        return false;
    end if;
    select * into source from content.item where id = the_item;
    insert into content.comment (item_id, author_id, body, created_at, edited_at)
    values (target, source.author_id,
            '<p><strong>' || replace(replace(replace(coalesce(source.title, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</strong></p>' || source.body,
            source.published_at, source.edited_at)
    returning id into opening;
    update content.item set answer_id = null where id = the_item;
    update content.comment set item_id = target where item_id = the_item;
    update content.reaction set item_id = target where item_id = the_item and comment_id is not null;
    update content.reaction set item_id = target, comment_id = opening where item_id = the_item;
    update content.comment set reaction_count = source.reaction_count where id = opening;
    update content.mention set item_id = target, comment_id = coalesce(comment_id, opening) where item_id = the_item;
    update content.attachment set item_id = target, comment_id = coalesce(comment_id, opening) where item_id = the_item;
    update content.report set item_id = target, comment_id = coalesce(comment_id, opening) where item_id = the_item;
    update forum.reply set item_id = target where item_id = the_item;
    insert into content.item_tag (item_id, tag_id) select target, tag_id from content.item_tag where item_id = the_item on conflict do nothing;
    insert into content.follow (person_id, item_id, state) select person_id, target, state from content.follow where item_id = the_item on conflict do nothing;
    insert into content.bookmark (person_id, item_id) select person_id, target from content.bookmark where item_id = the_item on conflict do nothing;
    insert into content.relation (item_id, source_id, kind)
    select item_id, target, kind from content.relation where source_id = the_item and item_id <> target on conflict do nothing;
    delete from content.relation where source_id = the_item or item_id = the_item;
    delete from forum.reading where item_id = the_item;
    update content.item set answer_id = source.answer_id where id = target and answer_id is null and source.answer_id is not null;
    if found then
        update forum.topic t set accepted_by = s.accepted_by, accepted_at = s.accepted_at
          from forum.topic s where s.item_id = the_item and t.item_id = target;
    end if;
    update forum.topic set merged_into = target, pinned_at = null, answers = 0, accepted_by = null, accepted_at = null where item_id = the_item;
    update forum.topic set merged_into = target where merged_into = the_item;
    update content.item set state = 'removed', removed_at = now(), removed_by = database.viewer(), removal_reason = 'merged', reaction_count = 0
     where id = the_item;
    perform forum.recount(target);
    return true;
end $$;

-- Where a topic that was joined to another one is now, when the viewer sees it.
create function forum.joined_to(the_item bigint) returns bigint
    language sql stable security definer set search_path = forum, content, circles, pg_temp
    return (select t.merged_into from forum.topic t join content.item i on i.id = t.merged_into
             where t.item_id = the_item and i.state = 'published'
               and (i.circle_id = any ((select circles.readable())::bigint[]) or i.author_id = database.viewer()));

-- Takes replies out of a topic and makes another one of them, in the same category and for the same people: the first becomes its
-- text, under its author's name. The whole thread of a reply goes with it. Null when it is not allowed.
create function forum.split(the_item bigint, chosen bigint[], the_title text, the_excerpt text, the_key uuid) returns bigint
    language plpgsql security definer set search_path = forum, content, pg_temp as $$
declare
    taken bigint[];
    opening content.comment%rowtype;
    made bigint;
begin
    perform 1 from forum.topic where item_id = the_item for update;
    if not forum.leads(the_item) then
        return null;
    end if;
    taken := array(select c.id from content.comment c
                    where c.item_id = the_item and (c.id = any (chosen) or c.parent_id = any (chosen)) order by c.created_at, c.id);
    select * into opening from content.comment c
     where c.id = any (taken) and c.id = any (chosen) and c.removed_at is null order by c.created_at, c.id limit 1;
    if opening.id is null then
        -- Sent twice: they have already gone.
        return (select i.id from content.relation r join content.item i on i.id = r.item_id
                 where r.source_id = the_item and i.idempotency_key = the_key);
    end if;
    insert into content.item (kind, author_id, circle_id, state, title, body, excerpt, comments_open, created_at, published_at, active_at, edited_at,
                              reaction_count, idempotency_key)
    select 'topic', opening.author_id, i.circle_id, 'published', the_title, opening.body, the_excerpt, true, opening.created_at, opening.created_at,
           opening.created_at, opening.edited_at, opening.reaction_count, the_key
      from content.item i where i.id = the_item
    returning id into made;
    insert into forum.topic (item_id, category_id, narrowed_to, question)
    select made, t.category_id, t.narrowed_to, t.question from forum.topic t where t.item_id = the_item;
    update content.item set answer_id = null where id = the_item and answer_id = any (taken);
    -- A thread that is cut loses its parent where the parent stays, or becomes the text.
    update content.comment c set parent_id = null
     where c.id = any (taken) and (c.parent_id = opening.id or not c.parent_id = any (taken));
    update content.comment c set parent_id = null where c.item_id = the_item and not c.id = any (taken) and c.parent_id = any (taken);
    update content.comment set item_id = made where id = any (taken) and id <> opening.id;
    update content.reaction set item_id = made where comment_id = any (taken) and comment_id <> opening.id;
    update content.reaction set item_id = made, comment_id = null where comment_id = opening.id;
    update content.mention set item_id = made, comment_id = nullif(comment_id, opening.id) where comment_id = any (taken);
    update content.attachment set item_id = made, comment_id = nullif(comment_id, opening.id) where comment_id = any (taken);
    update content.report set item_id = made, comment_id = nullif(comment_id, opening.id) where comment_id = any (taken);
    update forum.reply set item_id = made where comment_id = any (taken);
    insert into content.follow (person_id, item_id, state)
    select distinct c.author_id, made, 'following' from content.comment c where c.item_id = made on conflict do nothing;
    insert into content.relation (item_id, source_id, kind) values (made, the_item, 'see') on conflict do nothing;
    delete from content.comment where id = opening.id;
    perform forum.recount(the_item);
    perform forum.recount(made);
    return made;
end $$;

-- Questions that have waited as long as their category says go to its referent. Each with those who answer for it.
create function forum.refer_unanswered() returns table (item_id bigint, referents bigint[])
    language sql security definer rows 10 set search_path = forum, content, circles, pg_temp as $$
    update forum.topic t set referred_at = now()
      from forum.category c, content.item i
     where c.id = t.category_id and i.id = t.item_id
       and t.question and t.answers = 0 and t.referred_at is null and t.merged_into is null
       and i.state = 'published' and i.comments_open and i.answer_id is null
       and i.published_at < now() - make_interval(days => c.answer_days)
       and (c.referent_id is not null or c.referent_unit_id is not null)
    returning t.item_id, case when c.referent_id is not null then array[c.referent_id] else array(
        select m.person_id from circles.circle k join circles.member m on m.circle_id = k.id
         where k.kind = 'unit' and k.ref = c.referent_unit_id::text and m.valid @> current_date) end
$$;

-- ---------------------------------------------------------------- search

-- A passage of a text with the words found between U+E000 and U+E001, and dots where the text goes on.
create function forum.passage(body text, wanted tsquery) returns text
    language sql stable set search_path = public, pg_temp as $$
    with whole as (select btrim(left(regexp_replace(body, '<[^>]*>', ' ', 'g'), 20000), E' \n\t') as words),
    part as (
        select w.words, ts_headline('public.viaduc_fr', w.words, wanted,
                   'MaxWords=32, MinWords=16, ShortWord=2, StartSel=' || chr(57344) || ', StopSel=' || chr(57345)) as marked
          from whole w),
    plain as (select p.words, p.marked, translate(p.marked, chr(57344) || chr(57345), '') as bare from part p)
    select case when starts_with(words, left(bare, 20)) then '' else '… ' end
        || case when right(words, 20) = right(bare, 20) then marked else regexp_replace(marked, '\s+\S{1,2}$', '') || ' …' end
      from plain
$$;

-- Topics that hold these words, in their text or in a reply, best and latest first; in one category, or all. Goes on after a score and
-- an id. Text search is not leakproof and would lose its index under the policies: this applies the same rule itself.
create function forum.search(query text, the_category bigint, most integer, after_score double precision, after_id bigint)
    returns table (item_id bigint, comment_id bigint, passage text, score double precision)
    language plpgsql stable security definer rows 20 set search_path = forum, content, circles, people, public, pg_temp
    set jit = off set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    newest constant integer := 200;
    half_year constant double precision := 15552000;
    viewer constant bigint := database.viewer();
    asked constant text := left(btrim(coalesce(query, '')), 200);
    readable bigint[];
    wanted tsquery;
    begun text;
begin
    if viewer is null or asked = '' then
        return;
    end if;
    readable := coalesce(circles.readable(), '{}');
    wanted := websearch_to_tsquery('public.viaduc_fr', asked);
    begun := substring(people.plain(asked) from '^([a-z0-9]{3,})$');
    if begun is not null then
        wanted := wanted || to_tsquery('public.viaduc_words', '''' || begun || ''':*');
    end if;
    if numnode(wanted) = 0 then
        return;
    end if;
    return query
    with texts as materialized (
        select i.id, null::bigint as comment_id, i.published_at as at, ts_rank(i.search, wanted) as fits
          from content.item i join forum.topic t on t.item_id = i.id
         where i.state = 'published' and i.kind = 'topic' and i.search @@ wanted
           and (the_category is null or t.category_id = the_category)
           and (i.circle_id = any (readable) or i.author_id = viewer)
         order by i.published_at + interval '0' desc, i.id desc limit newest),
    replies as materialized (
        select i.id, r.comment_id, c.created_at as at, ts_rank(r.words, wanted) / 2 as fits
          from forum.reply r join content.item i on i.id = r.item_id join forum.topic t on t.item_id = i.id
          join content.comment c on c.id = r.comment_id
         where i.state = 'published' and r.words @@ wanted
           and (the_category is null or t.category_id = the_category)
           and (i.circle_id = any (readable) or i.author_id = viewer)
         order by r.comment_id + 0 desc limit newest),
    best as materialized (
        select distinct on (f.id) f.id, f.comment_id,
               ln(f.fits + 1e-6) + extract(epoch from f.at)::double precision / half_year as score
          from (select * from texts union all select * from replies) f
         order by f.id, 3 desc, f.comment_id),
    page as (
        select b.* from best b
         where after_score is null or (b.score, b.id) < (after_score, after_id)
         order by b.score desc, b.id desc limit most)
    select p.id, p.comment_id, forum.passage(coalesce(c.body, i.body), wanted), p.score
      from page p join content.item i on i.id = p.id left join content.comment c on c.id = p.comment_id
     order by p.score desc, p.id desc;
end $$;

do $$
declare
    f regprocedure;
begin
    for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'forum' loop
        execute format('alter function %s owner to viaduc_rule', f);
        execute format('revoke all on function %s from public', f);
    end loop;
end $$;
grant execute on function forum.kept_for(), forum.answered_for(), forum.led(), forum.writable(), forum.administers(), forum.within(bigint, bigint),
    forum.similar(text, bigint, integer), forum.read_all(bigint), forum.accept(bigint, bigint), forum.close(bigint, boolean),
    forum.pin(bigint, boolean), forum.tag(bigint, text[], text[]), forum.difference(bigint, bigint),
    forum.move(bigint, bigint), forum.merge(bigint, bigint), forum.joined_to(bigint), forum.split(bigint, bigint[], text, text, uuid),
    forum.search(text, bigint, integer, double precision, bigint) to viaduc_web;
grant execute on function forum.note_reading(bigint, bigint, bigint), forum.forget_readings(), forum.forget_slips(), forum.refer_unanswered()
    to viaduc_system;

-- Its number of topics changes at each of them and decides nothing.
call database.note_changes('forum.category', 'circle_id, referent_id, referent_unit_id');
