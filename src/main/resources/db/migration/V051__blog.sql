-- The blog: articles with their category, cover, films, pictures before and after; who may publish in which category;
-- feeds for readers' own programs.

create schema blog;
grant usage on schema blog to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema blog to viaduc_rule;

create table blog.category (
    id       bigint generated always as identity primary key,
    slug     text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
    name     text not null check (length(name) between 1 and 80),
    position integer not null default 0
);
insert into blog.category (slug, name, position) values
    ('actualites', 'Actualités', 1),
    ('portraits-de-metier', 'Portraits de métier', 2),
    ('realisations', 'Réalisations', 3),
    ('vie-de-l-agglomeration', 'Vie de l’Agglomération', 4);

-- Who publishes in a category, besides communication, which publishes in all.
create table blog.category_publisher (
    category_id bigint not null references blog.category on delete cascade,
    person_id   bigint not null references people.person on delete cascade,
    primary key (category_id, person_id)
);
create index category_publisher_person on blog.category_publisher (person_id);

create table blog.article (
    item_id            bigint primary key references content.item on delete cascade,
    form               text not null default 'article' check (form in ('article', 'portrait', 'achievement')),
    category_id        bigint references blog.category,
    audience           text[] not null default '{}',     -- as it was chosen: 'c12', 's5'
    with_contents      boolean not null default false,   -- whether its headings are listed at its head
    cover_id           bigint references files.file,
    cover_alternative  text not null default '',
    cover_caption      text not null default '',
    video_id           bigint references files.file,
    captions_id        bigint references files.file,     -- WebVTT
    unit_id            bigint references people.unit on delete set null,
    site_id            bigint references people.site on delete set null,
    before_id          bigint references files.file,
    before_alternative text not null default '',
    after_id           bigint references files.file,
    after_alternative  text not null default '',
    words              integer not null default 0,
    review_note        text not null default '',         -- why it was sent back
    featured_at        timestamptz
);
create index article_category on blog.article (category_id, item_id desc);
create index article_featured on blog.article (featured_at desc) where featured_at is not null;
create index item_article on content.item (circle_id, published_at desc, id desc) where state = 'published' and kind = 'article';

-- The secret address at which one person's programs read the blog in their name. The secret itself is nowhere.
create table blog.feed_key (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references people.person on delete cascade,
    hash       bytea not null unique check (octet_length(hash) = 32),
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index feed_key_person on blog.feed_key (person_id) where revoked_at is null;

do $$
declare
    t text;
begin
    foreach t in array array['category', 'category_publisher', 'article', 'feed_key'] loop
        execute format('alter table blog.%I enable row level security', t);
        execute format('alter table blog.%I force row level security', t);
        execute format('create policy rule on blog.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on blog.%I to viaduc_rule', t);
    end loop;
end $$;

-- Categories and who publishes in them: known to those who are signed in, kept by communication and administrators.
create function blog.viewer_manages() returns boolean
    language sql stable security definer set search_path = people, pg_temp
    return people.viewer_has_role('COMMUNICATION') or people.viewer_has_role('ADMINISTRATOR');
do $$
declare
    t text;
begin
    foreach t in array array['category', 'category_publisher'] loop
        execute format('create policy signed_in on blog.%I for select to viaduc_web using ((select database.viewer()) is not null)', t);
        call database.let_change(('blog.' || t)::regclass, 'kept', '(select blog.viewer_manages())');
        execute format('grant select, insert, update, delete on blog.%I to viaduc_web', t);
    end loop;
end $$;

create policy shown on blog.article for select to viaduc_web using (exists (select 1 from content.item i where i.id = item_id));
create policy writes on blog.article for insert to viaduc_web with check (content.writes(item_id));
create policy changes on blog.article for update to viaduc_web using (content.writes(item_id)) with check (content.writes(item_id));
grant select, insert on blog.article to viaduc_web;
-- featured_at is written by blog.feature alone
grant update (form, category_id, audience, with_contents, cover_id, cover_alternative, cover_caption, video_id, captions_id, unit_id,
    site_id, before_id, before_alternative, after_id, after_alternative, words, review_note) on blog.article to viaduc_web;

create policy own on blog.feed_key to viaduc_web
    using (person_id = (select database.viewer())) with check (person_id = (select database.viewer()));
grant select, insert on blog.feed_key to viaduc_web;
grant update (revoked_at) on blog.feed_key to viaduc_web;

-- ---------------------------------------------------------------- who publishes

-- The categories in which the viewer publishes.
create function blog.publishable() returns bigint[]
    language sql stable security definer set search_path = blog, people, pg_temp
    return (select array_agg(c.id) from blog.category c
             where people.viewer_has_role('COMMUNICATION')
                or exists (select 1 from blog.category_publisher p where p.category_id = c.id and p.person_id = database.viewer()));

create function blog.may_publish(the_item bigint) returns boolean
    language sql stable security definer set search_path = blog, content, pg_temp
    return exists (select 1 from blog.article a
                    where a.item_id = the_item and a.category_id = any (blog.publishable()))
       and content.writes(the_item);

-- An article begins as a draft and comes out by somebody who publishes in its category, once all whom it shows have agreed.
create function blog.guard() returns trigger
    language plpgsql security definer set search_path = blog, content, pg_temp as $$
begin
    if new.kind <> 'article' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.state <> 'draft' then
            raise exception 'an article begins as a draft' using errcode = 'insufficient_privilege';
        end if;
        return new;
    end if;
    if new.state not in ('published', 'scheduled') or new.state = old.state and new.publish_at is not distinct from old.publish_at then
        return new;
    end if;
    -- What is scheduled comes out by itself: nobody asks then.
    if (old.state <> 'scheduled' or database.viewer() is not null) and not blog.may_publish(new.id) then
        raise exception 'not among those who publish in this category' using errcode = 'insufficient_privilege';
    end if;
    if cardinality(content.without_consent(new.id, 'network')) > 0 then
        if old.state = 'scheduled' then
            new.state := 'review';
            new.published_at := null;
            return new;
        end if;
        raise exception 'somebody shown has not agreed' using errcode = 'check_violation', constraint = 'image_rights';
    end if;
    return new;
end $$;
create trigger guarded before insert or update of state, publish_at on content.item for each row execute function blog.guard();

-- A published article does not change to a category where its editor does not publish.
create function blog.guard_category() returns trigger
    language plpgsql security definer set search_path = blog, content, pg_temp as $$
begin
    if new.category_id is distinct from old.category_id
       and exists (select 1 from content.item i where i.id = new.item_id and i.state in ('published', 'scheduled', 'archived'))
       and not coalesce(new.category_id = any (blog.publishable()), false) then
        raise exception 'not among those who publish in this category' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guarded before update of category_id on blog.article for each row execute function blog.guard_category();

-- Nobody is added to a published article's pictures without having agreed.
create function blog.guard_shown() returns trigger
    language plpgsql security definer set search_path = blog, content, pg_temp as $$
begin
    if exists (select 1 from content.item i where i.id = new.item_id and i.kind = 'article' and i.state in ('published', 'scheduled', 'archived'))
       and new.person_id = any (content.without_consent(new.item_id, 'network')) then
        raise exception 'somebody shown has not agreed' using errcode = 'check_violation', constraint = 'image_rights';
    end if;
    return null;
end $$;
create trigger guarded after insert on content.shown_person for each row execute function blog.guard_shown();

-- From review on, those who publish in its category read and correct it; in a draft, only its authors.
create function blog.call_reviewers(the_item bigint) returns void
    language plpgsql security definer set search_path = blog, content, people, pg_temp as $$
declare
    reviewed boolean := exists (select 1 from content.item i where i.id = the_item and i.kind = 'article' and i.state not in ('draft', 'removed'));
begin
    delete from content.contributor c
     where c.item_id = the_item and c.role = 'reviewer'
       and not (reviewed and (
                exists (select 1 from people.role_grant g where g.person_id = c.person_id and g.role = 'COMMUNICATION')
                or exists (select 1 from blog.article a join blog.category_publisher p on p.category_id = a.category_id
                            where a.item_id = the_item and p.person_id = c.person_id)));
    if reviewed then
        insert into content.contributor (item_id, person_id, role)
        select the_item, who.person_id, 'reviewer'
          from (select g.person_id from people.role_grant g where g.role = 'COMMUNICATION'
                union
                select p.person_id from blog.article a join blog.category_publisher p on p.category_id = a.category_id
                 where a.item_id = the_item) who
          join content.item i on i.id = the_item and i.author_id <> who.person_id
        on conflict (item_id, person_id) do update set role = 'reviewer' where contributor.role = 'reader';
    end if;
end $$;

create function blog.on_state() returns trigger
    language plpgsql security definer set search_path = blog, content, pg_temp as $$
begin
    if new.kind = 'article' and new.state <> old.state then
        perform blog.call_reviewers(new.id);
    end if;
    return null;
end $$;
create trigger reviewed after update of state on content.item for each row execute function blog.on_state();

create function blog.on_category() returns trigger
    language plpgsql security definer set search_path = blog, content, pg_temp as $$
begin
    if new.category_id is distinct from old.category_id then
        perform blog.call_reviewers(new.item_id);
    end if;
    return null;
end $$;
create trigger reviewed after update of category_id on blog.article for each row execute function blog.on_category();

create function blog.on_publisher() returns trigger
    language plpgsql security definer set search_path = blog, content, pg_temp as $$
begin
    perform blog.call_reviewers(a.item_id) from blog.article a
     where a.category_id = case tg_op when 'DELETE' then old.category_id else new.category_id end;
    return null;
end $$;
create trigger reviewed after insert or delete on blog.category_publisher for each row execute function blog.on_publisher();

-- Who joins communication reviews what waits, and who leaves it no longer does.
create function blog.on_role() returns trigger
    language plpgsql security definer set search_path = blog, content, people, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        perform blog.call_reviewers(c.item_id)
           from content.contributor c where c.person_id = old.person_id and c.role = 'reviewer' and old.role = 'COMMUNICATION';
    elsif new.role = 'COMMUNICATION' then
        insert into content.contributor (item_id, person_id, role)
        select i.id, new.person_id, 'reviewer' from content.item i
         where i.kind = 'article' and i.state not in ('draft', 'removed') and i.author_id <> new.person_id
        on conflict (item_id, person_id) do update set role = 'reviewer' where contributor.role = 'reader';
    end if;
    return null;
end $$;
create trigger reviewed after insert or delete on people.role_grant for each row execute function blog.on_role();

-- « À la une » of the home page, for those who publish in the article's category. Returns whether it was done.
create function blog.feature(the_item bigint, wanted boolean) returns boolean
    language plpgsql security definer set search_path = blog, content, circles, pg_temp as $$
begin
    update blog.article a set featured_at = case when wanted then now() end
     where a.item_id = the_item and a.category_id = any (blog.publishable())
       and exists (select 1 from content.item i where i.id = the_item and i.state = 'published'
                      and (i.circle_id = any (circles.readable()) or content.writes(the_item)));
    return found;
end $$;

-- Whose feed this is; nobody's once it is revoked, or its person has left or is suspended.
create function blog.reader_of(the_hash bytea) returns bigint
    language sql stable security definer set search_path = blog, people, pg_temp
    return (select k.person_id
              from blog.feed_key k
              join people.presence p on p.person_id = k.person_id
              join people.account a on a.person_id = k.person_id
             where k.hash = the_hash and k.revoked_at is null and a.suspended_at is null
               and (p.as_agent @> current_date or p.as_elected @> current_date));

do $$
declare
    f text;
begin
    foreach f in array array['viewer_manages()', 'publishable()', 'may_publish(bigint)', 'guard()', 'guard_category()', 'guard_shown()',
        'call_reviewers(bigint)', 'on_state()', 'on_category()', 'on_publisher()', 'on_role()', 'feature(bigint, boolean)', 'reader_of(bytea)'] loop
        execute format('alter function blog.%s owner to viaduc_rule', f);
        execute format('revoke all on function blog.%s from public', f);
    end loop;
end $$;
grant select (person_id, suspended_at) on people.account to viaduc_rule;
grant execute on function blog.viewer_manages(), blog.publishable(), blog.may_publish(bigint), blog.feature(bigint, boolean) to viaduc_web;
grant execute on function blog.reader_of(bytea) to viaduc_system;
