-- The spine: everything that people publish is an item, with one circle (who sees it) and any number of placements
-- (where it is shown). Its kind's own columns are in a table of the feature that shares the item's key.

create schema content;
grant usage on schema content to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema content to viaduc_rule;

create table content.item (
    id              bigint generated always as identity primary key,
    kind            text not null,                -- 'post', 'article', 'topic', 'question', 'album', 'photo', 'document'...
    author_id       bigint not null references people.person,
    circle_id       bigint not null references circles.circle,
    state           text not null default 'draft' check (state in ('draft', 'review', 'scheduled', 'published', 'archived', 'removed')),
    title           text,
    body            text not null default '',     -- sanitised HTML
    excerpt         text not null default '',     -- plain text, at most 300 characters
    language        text not null default 'fr',
    version         integer not null default 1,
    comments_open   boolean not null default true,
    comment_count   integer not null default 0,
    reaction_count  integer not null default 0,
    created_at      timestamptz not null default now(),
    published_at    timestamptz,
    edited_at       timestamptz,                  -- last change after publication
    active_at       timestamptz,                  -- last comment or publication
    publish_at      timestamptz,                  -- scheduled
    expires_at      timestamptz,
    removed_at      timestamptz,
    removed_by      bigint references people.person,
    removal_reason  text,
    removal_read_at timestamptz,                  -- its author was told that a moderator removed it, and has read why
    idempotency_key uuid,
    search          tsvector,
    check ((state = 'published') <= (published_at is not null)),
    unique (author_id, idempotency_key)
);
create index item_circle on content.item (circle_id, published_at desc, id desc) where state = 'published';
-- No index by kind for all: the feed would take it, which gives several kinds unordered, and read each circle whole. A feature
-- that lists its own kind has a partial one ("where kind = 'article'") in its own migration.
create index item_recent on content.item (published_at desc, id desc) where state = 'published';
create index item_author on content.item (author_id, published_at desc, id desc);
create index item_search on content.item using gin (search) where state = 'published';
create index item_scheduled on content.item (publish_at) where state = 'scheduled';
create index item_removed on content.item (author_id, removed_at desc) where state = 'removed';

-- Other people who write an item with its author (co-authors, reviewers), or read it before it is published (those who
-- appear in it).
create table content.contributor (
    item_id   bigint not null references content.item on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    role      text not null default 'author' check (role in ('author', 'reviewer', 'reader')),
    primary key (item_id, person_id)
);
create index contributor_person on content.contributor (person_id);

-- What an item was before a change. Who could not see it then does not read what it said then: a wider audience afterwards
-- opens the item, not its past.
create table content.revision (
    item_id   bigint not null references content.item on delete cascade,
    version   integer not null,
    circle_id bigint not null references circles.circle,
    title     text,
    excerpt   text not null default '',
    body      text not null,
    files     jsonb not null default '[]',   -- their names and alternative texts: what was taken away is erased
    own       jsonb,                         -- what is its kind's own (a post's link and poll), when that changed
    seen      boolean not null default false, -- whether its readers had it: what a draft said stays its authors'
    edited_by bigint not null references people.person,
    edited_at timestamptz not null default now(),
    primary key (item_id, version)
);

create table content.placement (
    item_id   bigint not null references content.item on delete cascade,
    space_id  bigint not null references spaces.space on delete cascade,
    pinned_at timestamptz,
    placed_at timestamptz not null default now(),
    primary key (item_id, space_id)
);
create index placement_space on content.placement (space_id, placed_at desc, item_id desc);
create index placement_pinned on content.placement (space_id, pinned_at desc) where pinned_at is not null;

-- placed_at is when the item was published, so that the feed of a space reads its index in the order of all feeds.
create function content.place() returns trigger
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    new.placed_at := coalesce((select published_at from content.item where id = new.item_id), new.placed_at);
    return new;
end $$;
create trigger in_order before insert on content.placement for each row execute function content.place();
create function content.publish() returns trigger
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    update content.placement set placed_at = new.published_at where item_id = new.id;
    return null;
end $$;
create trigger in_order after update of published_at on content.item for each row
    when (new.published_at is not null and new.published_at is distinct from old.published_at) execute function content.publish();

-- What was seen was seen: what rests on it (what its readers were told, what they said) cannot be undone with it.
create function content.stay_published() returns trigger
    language plpgsql set search_path = content, pg_temp as $$
begin
    raise exception 'item % was published', new.id using errcode = 'insufficient_privilege';
end $$;
create trigger stay_published before update of published_at on content.item for each row
    when (old.published_at is not null and new.published_at is null) execute function content.stay_published();

create table content.comment (
    id              bigint generated always as identity primary key,
    item_id         bigint not null references content.item on delete cascade,
    parent_id       bigint references content.comment,  -- one level: a reply's parent has no parent
    author_id       bigint not null references people.person,
    body            text not null,
    reaction_count  integer not null default 0,
    created_at      timestamptz not null default now(),
    edited_at       timestamptz,
    removed_at      timestamptz,                         -- its text is emptied; "Commentaire supprimé" stays for its replies
    idempotency_key uuid,
    unique (author_id, idempotency_key)
);
create index comment_item on content.comment (item_id, created_at, id);
create index comment_parent on content.comment (parent_id) where parent_id is not null;

-- What a moderator took away of a comment, kept for its author alone, with the reason.
create table content.withdrawal (
    comment_id bigint primary key references content.comment on delete cascade,
    item_id    bigint not null references content.item on delete cascade,
    author_id  bigint not null references people.person on delete cascade,
    body       text not null,
    reason     text not null,
    written_at timestamptz not null,
    at         timestamptz not null default now(),
    read_at    timestamptz                               -- its author was told, and has read why
);
create index withdrawal_item on content.withdrawal (item_id);
create index withdrawal_unread on content.withdrawal (author_id, at desc) where read_at is null;

-- The comment that answers the item, when somebody accepted one: read by every feature, written by the one whose kind has answers.
alter table content.item add column answer_id bigint references content.comment on delete set null;
create index item_answer on content.item (answer_id) where answer_id is not null;

create table content.reaction (
    id         bigint generated always as identity primary key,
    item_id    bigint not null references content.item on delete cascade,
    comment_id bigint references content.comment on delete cascade,
    person_id  bigint not null references people.person on delete cascade,
    kind       text not null default 'thanks' check (kind in ('thanks', 'bravo', 'useful', 'support', 'smile')),
    created_at timestamptz not null default now(),
    unique nulls not distinct (item_id, comment_id, person_id)
);
create index reaction_comment on content.reaction (comment_id) where comment_id is not null;

create table content.mention (
    item_id    bigint not null references content.item on delete cascade,
    comment_id bigint references content.comment on delete cascade,
    person_id  bigint not null references people.person on delete cascade,
    unique nulls not distinct (item_id, comment_id, person_id)
);
create index mention_person on content.mention (person_id);
create index mention_comment on content.mention (comment_id) where comment_id is not null;

create table content.tag (
    id   bigint generated always as identity primary key,
    slug text not null unique,
    name text not null
);
create table content.item_tag (
    item_id bigint not null references content.item on delete cascade,
    tag_id  bigint not null references content.tag on delete cascade,
    primary key (item_id, tag_id)
);
create index item_tag_tag on content.item_tag (tag_id, item_id desc);

-- Files on items and comments.
create table content.attachment (
    id          bigint generated always as identity primary key,
    item_id     bigint not null references content.item on delete cascade,
    comment_id  bigint references content.comment on delete cascade,
    file_id     bigint not null references files.file,
    kind        text not null check (kind in ('picture', 'file')),
    position    integer not null default 0,
    alternative text,                                    -- alternative text of a picture
    decorative  boolean not null default false,
    caption     text,
    inline      boolean not null default false,          -- stands within the text, or where its feature puts it: not in the list
    check (kind <> 'picture' or decorative or alternative is not null)
);
create index attachment_item on content.attachment (item_id, position);
create index attachment_comment on content.attachment (comment_id) where comment_id is not null;
create index attachment_file on content.attachment (file_id);

-- What a person keeps, follows or mutes: nobody else's business.
create table content.bookmark (
    person_id  bigint not null references people.person on delete cascade,
    item_id    bigint not null references content.item on delete cascade,
    created_at timestamptz not null default now(),
    primary key (person_id, item_id)
);
create index bookmark_item on content.bookmark (item_id);
create index bookmark_recent on content.bookmark (person_id, created_at desc, item_id desc);
create table content.follow (
    person_id bigint not null references people.person on delete cascade,
    item_id   bigint not null references content.item on delete cascade,
    state     text not null check (state in ('following', 'muted')),
    primary key (person_id, item_id)
);
create index follow_item on content.follow (item_id);

-- An item made from another: a question of the FAQ from a topic, an article from a milestone. Read both ways.
create table content.relation (
    item_id   bigint not null references content.item on delete cascade,
    source_id bigint not null references content.item on delete cascade,
    kind      text not null default 'from' check (kind in ('from', 'see')),
    primary key (item_id, source_id)
);
create index relation_source on content.relation (source_id);

-- What is typed and not yet published, saved while typing.
create table content.draft (
    person_id  bigint not null references people.person on delete cascade,
    key        text not null check (length(key) <= 200),  -- which form: 'post', 'comment:42'
    fields     jsonb not null,
    updated_at timestamptz not null default now(),
    primary key (person_id, key)
);

-- A report carries a copy of what is reported: moderation never implies reading the rest.
create table content.report (
    id          bigint generated always as identity primary key,
    item_id     bigint references content.item on delete set null,
    comment_id  bigint references content.comment on delete set null,
    reporter_id bigint not null references people.person,
    reason      text not null check (reason in ('hurtful', 'private', 'false', 'illegal', 'off_topic', 'other')),
    details     text,
    copy        jsonb not null,
    created_at  timestamptz not null default now(),
    state       text not null default 'open' check (state in ('open', 'kept', 'removed')),
    handled_by  bigint references people.person,
    handled_at  timestamptz,
    answer      text,
    answer_read_at timestamptz,                          -- whoever reported it has read what became of it
    unique nulls not distinct (item_id, comment_id, reporter_id)
);
create index report_comment on content.report (comment_id) where comment_id is not null;
create index report_open on content.report (created_at) where state = 'open';
create index report_unread on content.report (reporter_id, handled_at desc) where state <> 'open' and answer_read_at is null;

-- ---------------------------------------------------------------- row-level security

create function content.contributed() returns bigint[]
    language plpgsql stable security definer set search_path = content, pg_temp as $$
declare
    found text := database.kept('viaduc.contributed');
begin
    if found is null then
        found := coalesce((select array_agg(c.item_id) from content.contributor c where c.person_id = database.viewer())::text, '');
        perform database.keep('viaduc.contributed', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;
-- Those that the viewer may write as well.
create function content.coauthored() returns bigint[]
    language sql stable security definer set search_path = content, pg_temp
    return (select array_agg(c.item_id) from content.contributor c where c.person_id = database.viewer() and c.role <> 'reader');
-- One attaches one's own files only: knowing a number is not having the file.
create function content.owns_file(file bigint) returns boolean
    language sql stable security definer set search_path = content, files, pg_temp
    return exists (select 1 from files.file f where f.id = file and f.owner_id = database.viewer());
alter function content.owns_file(bigint) owner to viaduc_rule;
revoke all on function content.owns_file(bigint) from public;
grant execute on function content.owns_file(bigint) to viaduc_web;
alter function content.contributed() owner to viaduc_rule;
alter function content.coauthored() owner to viaduc_rule;
revoke all on function content.contributed(), content.coauthored() from public;
grant execute on function content.contributed(), content.coauthored() to viaduc_web;

do $$
declare
    t text;
begin
    foreach t in array array['item', 'contributor', 'revision', 'placement', 'comment', 'reaction', 'mention', 'tag', 'item_tag',
        'attachment', 'relation', 'bookmark', 'follow', 'draft', 'report', 'withdrawal'] loop
        execute format('alter table content.%I enable row level security', t);
        execute format('alter table content.%I force row level security', t);
        execute format('create policy rule on content.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on content.%I to viaduc_rule', t);
    end loop;
end $$;

-- One knows the name of every circle that one has written to.
create function content.addressed() returns bigint[]
    language plpgsql stable security definer set search_path = content, pg_temp as $$
declare
    found text := database.kept('viaduc.addressed');
begin
    if found is null then
        found := coalesce((select array_agg(distinct i.circle_id) from content.item i where i.author_id = database.viewer())::text, '');
        perform database.keep('viaduc.addressed', found);
    end if;
    return nullif(found, '')::bigint[];
end $$;
alter function content.addressed() owner to viaduc_rule;
revoke all on function content.addressed() from public;
grant execute on function content.addressed() to viaduc_web;
create policy written_to on circles.circle for select to viaduc_web using (id = any ((select content.addressed())::bigint[]));

-- You see an item when you are in its circle (or wrote it).
create policy shown on content.item for select to viaduc_web
    using ((state in ('published', 'archived') and circle_id = any ((select circles.readable())::bigint[]))
        or author_id = (select database.viewer())
        or id = any ((select content.contributed())::bigint[]));
create policy writes on content.item for insert to viaduc_web with check (author_id = (select database.viewer()));
-- What a moderator removed stays removed.
create policy edits on content.item for update to viaduc_web
    using (state <> 'removed' and (author_id = (select database.viewer()) or id = any ((select content.coauthored())::bigint[])))
    with check (author_id = (select database.viewer()) or id = any ((select content.coauthored())::bigint[]));
create policy discards on content.item for delete to viaduc_web
    using (author_id = (select database.viewer()) and state = 'draft');
grant select, insert, delete on content.item to viaduc_web;
grant update (circle_id, state, title, body, excerpt, language, version, comments_open, published_at, edited_at, active_at, publish_at,
    expires_at, removed_at, removed_by, removal_reason, search) on content.item to viaduc_web;

-- What hangs on an item is seen by those who see the item, and written by its author.
do $$
declare
    t text;
begin
    foreach t in array array['contributor', 'placement', 'mention', 'item_tag', 'attachment'] loop
        execute format('create policy shown on content.%I for select to viaduc_web
            using (exists (select 1 from content.item i where i.id = item_id))', t);
        execute format('grant select, insert, update, delete on content.%I to viaduc_web', t);
    end loop;
    foreach t in array array['contributor', 'item_tag'] loop
        call database.let_change(('content.' || t)::regclass, 'writes', 'exists (select 1 from content.item i
            where i.id = item_id and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[])))');
    end loop;
end $$;
-- What an item was is read by those who could read it then, and changed by nobody.
create policy shown on content.revision for select to viaduc_web
    using (exists (select 1 from content.item i
                    where i.id = revision.item_id
                      and (revision.seen and revision.circle_id = any ((select circles.readable())::bigint[])
                           or i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[]))));
create policy writes on content.revision for insert to viaduc_web
    with check (exists (select 1 from content.item i
                         where i.id = item_id
                           and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[]))));
grant select, insert on content.revision to viaduc_web;
-- One knows that two items belong together when one sees both; the author of one says so, of an item that they see.
create policy shown on content.relation for select to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id) and exists (select 1 from content.item i where i.id = source_id));
create policy writes on content.relation for insert to viaduc_web
    with check (exists (select 1 from content.item i where i.id = item_id and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[])))
        and exists (select 1 from content.item i where i.id = source_id));
create policy unties on content.relation for delete to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[]))));
grant select, insert, delete on content.relation to viaduc_web;
-- An author puts an item where the author may publish, and takes it away.
create policy places on content.placement for insert to viaduc_web
    with check (space_id = any ((select spaces.postable())::bigint[])
        and exists (select 1 from content.item i where i.id = item_id and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[]))));
create policy withdraws on content.placement for delete to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[]))));
-- Those who lead a space pin and unpin in it.
create policy pins on content.placement for update to viaduc_web
    using (space_id = any ((select spaces.led())::bigint[])) with check (space_id = any ((select spaces.led())::bigint[]));

create policy shown on content.comment for select to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id));
create policy writes on content.comment for insert to viaduc_web
    with check (author_id = (select database.viewer())
        and exists (select 1 from content.item i where i.id = item_id and i.state = 'published' and i.comments_open));
-- What was removed stays removed.
create policy edits on content.comment for update to viaduc_web
    using (author_id = (select database.viewer()) and removed_at is null) with check (author_id = (select database.viewer()));
grant select, insert on content.comment to viaduc_web;
grant update (body, edited_at, removed_at) on content.comment to viaduc_web;

create policy own on content.withdrawal for select to viaduc_web using (author_id = (select database.viewer()));
grant select on content.withdrawal to viaduc_web;

-- A mention or an attachment is written with the item or the comment that carries it.
call database.let_change('content.mention', 'writes', 'case when comment_id is null
    then exists (select 1 from content.item i where i.id = item_id
                  and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[])))
    else exists (select 1 from content.comment c where c.id = comment_id and c.author_id = (select database.viewer())) end');
do $$
declare
    by_its_author constant text := 'case when comment_id is null
        then exists (select 1 from content.item i where i.id = item_id
                      and (i.author_id = (select database.viewer()) or i.id = any ((select content.coauthored())::bigint[])))
        else exists (select 1 from content.comment c where c.id = comment_id and c.author_id = (select database.viewer())) end';
begin
    call database.let_change('content.attachment', 'writes', by_its_author, 'content.owns_file(file_id) and ' || by_its_author);
end $$;

create policy shown on content.reaction for select to viaduc_web
    using (person_id = (select database.viewer()) or exists (select 1 from content.item i where i.id = item_id));
call database.let_change('content.reaction', 'own', 'person_id = (select database.viewer())',
    'person_id = (select database.viewer()) and exists (select 1 from content.item i where i.id = item_id)');
grant select, insert, update, delete on content.reaction to viaduc_web;

create policy signed_in on content.tag for select to viaduc_web using ((select database.viewer()) is not null);
create policy names on content.tag for insert to viaduc_web with check ((select database.viewer()) is not null);
grant select, insert on content.tag to viaduc_web;

create policy own on content.bookmark to viaduc_web
    using (person_id = (select database.viewer()))
    with check (person_id = (select database.viewer()) and exists (select 1 from content.item i where i.id = item_id));
create policy own on content.follow to viaduc_web
    using (person_id = (select database.viewer()))
    with check (person_id = (select database.viewer()) and exists (select 1 from content.item i where i.id = item_id));
create policy own on content.draft to viaduc_web
    using (person_id = (select database.viewer())) with check (person_id = (select database.viewer()));
grant select, insert, update, delete on content.bookmark, content.follow, content.draft to viaduc_web;

create policy own on content.report for select to viaduc_web
    using (reporter_id = (select database.viewer()) or (select people.viewer_has_role('MODERATOR')));
create policy handles on content.report for update to viaduc_web using ((select people.viewer_has_role('MODERATOR')));
grant select on content.report to viaduc_web;
grant update (state, handled_by, handled_at, answer) on content.report to viaduc_web;

-- A file is seen by those who see the item that carries it.
create policy attached on files.file for select to viaduc_web
    using (exists (select 1 from content.attachment a where a.file_id = file.id));

-- ---------------------------------------------------------------- mentions

-- Those among these people who see an item that the viewer sees: a mention opens nothing.
create function content.seen_by(the_item bigint, persons bigint[]) returns setof bigint
    language sql stable security definer rows 10 set search_path = content, circles, people, pg_temp as $$
    select p.id
      from content.item i join people.person p on p.id = any (persons) and p.erased_at is null
     where i.id = the_item and i.state = 'published'
       and (i.circle_id = any (circles.readable()) or i.author_id = database.viewer())
       and (i.author_id = p.id
            or exists (select 1 from circles.member m
                        where m.person_id = p.id and m.circle_id = i.circle_id and m.valid @> current_date))
$$;

-- The people to propose while a name is typed after « @ »: in these circles today, any of their names beginning so.
-- Of a combination that holds a group, only the parts that the viewer may name: the rest would tell who is in the group.
create function content.mentionable(the_circles bigint[], words text, most integer) returns setof bigint
    language sql stable security definer rows 8 set search_path = content, circles, people, public, pg_temp as $$
    with named as (
        select c.id from circles.circle c
         where c.id = any (the_circles) and (c.kind <> 'combination' or c.directory) and circles.may_name(array[c.id])
        union
        select t.base_id from circles.circle c join circles.term t on t.circle_id = c.id and t.size = 1
         where c.id = any (the_circles) and c.kind = 'combination' and c.id = any (circles.readable())
           and circles.may_name(array[t.base_id])),
    typed as (select replace(replace(replace(people.plain(words), '\', ''), '%', ''), '_', '') as beginning)
    select p.id
      from typed cross join people.person p
     where typed.beginning <> ''
       and p.plain_name like '%' || typed.beginning || '%'
       and ' ' || p.plain_name like '% ' || typed.beginning || '%'
       and p.erased_at is null and p.id <> database.viewer()
       and exists (select 1 from circles.member m
                    where m.person_id = p.id and m.circle_id = any (array(select id from named)) and m.valid @> current_date)
     order by p.sort_name, p.id
     limit least(most, 20)
$$;
alter function content.seen_by(bigint, bigint[]) owner to viaduc_rule;
alter function content.mentionable(bigint[], text, integer) owner to viaduc_rule;
revoke all on function content.seen_by(bigint, bigint[]), content.mentionable(bigint[], text, integer) from public;
grant execute on function content.seen_by(bigint, bigint[]), content.mentionable(bigint[], text, integer) to viaduc_web;

-- The newest items of these circles, of those that the viewer is in, without those that the viewer mutes. Owned by a role that
-- no policy holds, it applies the rule itself, and gives only numbers: whoever reads the items by them is under the policies
-- again. First the latest of all, of which most feeds are made; where these are not enough, each circle gives its own newest, in
-- the order of its index, and these are merged. The planner would rather read each circle whole and sort it: among five million
-- items, two hundred thousand blocks.
create function content.newest(wanted bigint[], kinds text[], before timestamptz, before_id bigint, most integer)
    returns table (id bigint, published_at timestamptz)
    language plpgsql stable security definer rows 11 set search_path = content, pg_temp set enable_bitmapscan = off as $$
#variable_conflict use_column
declare
    latest constant integer := 200;
    me constant bigint := database.viewer();
    mine constant bigint[] := array(select unnest(wanted) intersect select unnest(circles.readable()));
    ids bigint[];
    moments timestamptz[];
begin
    select array_agg(r.id), array_agg(r.published_at) into ids, moments
      from (select r.id, r.published_at
              from (select i.id, i.published_at, i.circle_id, i.kind
                      from content.item i
                     where i.state = 'published' and (i.published_at, i.id) < (before, before_id)
                     order by i.published_at desc, i.id desc
                     limit latest) r
             where r.circle_id = any (mine) and r.kind = any (kinds)
               and not exists (select 1 from content.follow f where f.person_id = me and f.item_id = r.id and f.state = 'muted')
             order by r.published_at desc, r.id desc
             limit most) r;
    if cardinality(ids) = most then
        return query select * from unnest(ids, moments);
        return;
    end if;
    return query
    select i.id, i.published_at
      from unnest(mine) circle (id)
      cross join lateral (
           select i.id, i.published_at
             from content.item i
            where i.circle_id = circle.id and i.state = 'published' and i.kind = any (kinds)
              and (i.published_at, i.id) < (before, before_id)
              and not exists (select 1 from content.follow f where f.person_id = me and f.item_id = i.id and f.state = 'muted')
            order by i.published_at desc, i.id desc
            limit most) i
     order by i.published_at desc, i.id desc
     limit most;
end $$;
alter function content.newest(bigint[], text[], timestamptz, bigint, integer) owner to viaduc_rule;
revoke all on function content.newest(bigint[], text[], timestamptz, bigint, integer) from public;
grant execute on function content.newest(bigint[], text[], timestamptz, bigint, integer) to viaduc_web;

-- ---------------------------------------------------------------- counters

create function content.count_comment() returns trigger
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if exists (select 1 from content.comment p where p.id = new.parent_id and (p.parent_id is not null or p.item_id <> new.item_id)) then
            raise exception 'replies have one level' using errcode = 'check_violation';
        end if;
        update content.item set comment_count = comment_count + 1, active_at = new.created_at where id = new.item_id;
    elsif tg_op = 'UPDATE' and old.removed_at is null and new.removed_at is not null then
        update content.item set comment_count = comment_count - 1, answer_id = nullif(answer_id, new.id) where id = new.item_id;
    end if;
    return null;
end $$;
create trigger counted after insert or update of removed_at on content.comment for each row execute function content.count_comment();

create function content.count_reaction() returns trigger
    language plpgsql security definer set search_path = content, pg_temp as $$
declare
    step integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
    if coalesce(new.comment_id, old.comment_id) is null then
        update content.item set reaction_count = reaction_count + step where id = coalesce(new.item_id, old.item_id);
    else
        update content.comment set reaction_count = reaction_count + step where id = coalesce(new.comment_id, old.comment_id);
    end if;
    return null;
end $$;
create trigger counted after insert or delete on content.reaction for each row execute function content.count_reaction();

-- ---------------------------------------------------------------- search vector

create text search configuration public.viaduc_fr (copy = pg_catalog.french);
alter text search configuration public.viaduc_fr
    alter mapping for hword, hword_part, word with public.unaccent, french_stem;

-- The same words as they are written, without their endings cut: what one has begun to type is found by its beginning.
create text search dictionary public.viaduc_words (template = pg_catalog.simple, stopwords = french);
create text search configuration public.viaduc_words (copy = pg_catalog.simple);
alter text search configuration public.viaduc_words
    alter mapping for asciihword, asciiword, hword, hword_asciipart, hword_part, word with public.unaccent, public.viaduc_words;

create function content.index_item() returns trigger
    language plpgsql set search_path = content, public, pg_temp as $$
begin
    new.search := setweight(to_tsvector('public.viaduc_fr', coalesce(new.title, '')), 'A')
               || setweight(to_tsvector('public.viaduc_fr', regexp_replace(new.body, '<[^>]*>', ' ', 'g')), 'B')
               || setweight(to_tsvector('public.viaduc_words', concat_ws(' ', new.title, regexp_replace(new.body, '<[^>]*>', ' ', 'g'))), 'D');
    return new;
end $$;
create trigger indexed before insert or update of title, body on content.item for each row execute function content.index_item();

-- ---------------------------------------------------------------- reports and removal

-- Reporting copies what is reported, as the reporter sees it now.
create function content.report_item(the_item bigint, the_comment bigint, the_reason text, the_details text) returns bigint
    language plpgsql security definer set search_path = content, people, circles, pg_temp as $$
declare
    viewer bigint := database.viewer();
    the_copy jsonb;
    made bigint;
begin
    select jsonb_build_object('kind', i.kind, 'title', i.title, 'body', i.body, 'author', i.author_id, 'published_at', i.published_at)
      into the_copy
      from content.item i
     where i.id = the_item and i.state = 'published'
       and (i.circle_id = any (circles.readable()) or i.author_id = viewer);
    if the_copy is null then
        return null;
    end if;
    if the_comment is not null then
        select jsonb_build_object('kind', 'comment', 'body', c.body, 'author', c.author_id, 'published_at', c.created_at) into the_copy
          from content.comment c where c.id = the_comment and c.item_id = the_item and c.removed_at is null;
        if the_copy is null then
            return null;
        end if;
    end if;
    insert into content.report (item_id, comment_id, reporter_id, reason, details, copy)
    values (the_item, the_comment, viewer, the_reason, the_details, the_copy)
    on conflict (item_id, comment_id, reporter_id) do update set details = excluded.details
    returning id into made;
    return made;
end $$;

-- Taking away what was reported (moderators), or what stands in a space that one leads. Returns whether anything was.
create function content.take_away(the_item bigint, the_comment bigint, the_reason text) returns boolean
    language plpgsql security definer set search_path = content, spaces, people, circles, pg_temp as $$
declare
    viewer bigint := database.viewer();
    allowed boolean;
begin
    select (people.viewer_has_role('MODERATOR')
                and exists (select 1 from content.report r where r.item_id = the_item and r.comment_id is not distinct from the_comment))
        or exists (select 1 from content.placement p join content.item i on i.id = p.item_id
                    where p.item_id = the_item and p.space_id = any (spaces.led())
                      and i.circle_id = any (circles.readable()))
      into allowed;
    if not allowed then
        return false;
    end if;
    if the_comment is null then
        update content.item set state = 'removed', removed_at = now(), removed_by = viewer, removal_reason = the_reason
         where id = the_item and state <> 'removed';
    else
        insert into content.withdrawal (comment_id, item_id, author_id, body, reason, written_at)
        select c.id, c.item_id, c.author_id, c.body, the_reason, c.created_at
          from content.comment c where c.id = the_comment and c.item_id = the_item and c.removed_at is null;
        delete from content.attachment where comment_id = the_comment and item_id = the_item;
        delete from content.mention where comment_id = the_comment and item_id = the_item;
        update content.comment set removed_at = now(), body = '' where id = the_comment and item_id = the_item and removed_at is null;
    end if;
    return found;
end $$;

-- The author of what a moderator removed has read why.
create function content.read_removal(the_item bigint) returns boolean
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    update content.item set removal_read_at = now()
     where id = the_item and state = 'removed' and author_id = database.viewer() and removed_by <> author_id;
    return found;
end $$;

-- The author of a comment that a moderator removed has read why.
create function content.read_withdrawal(the_comment bigint) returns boolean
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    update content.withdrawal set read_at = now() where comment_id = the_comment and author_id = database.viewer();
    return found;
end $$;

-- Whoever reported something has read what the moderators answered.
create function content.read_answer(the_report bigint) returns boolean
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    update content.report set answer_read_at = now()
     where id = the_report and reporter_id = database.viewer() and state <> 'open';
    return found;
end $$;

alter function content.place() owner to viaduc_rule;
alter function content.publish() owner to viaduc_rule;
alter function content.count_comment() owner to viaduc_rule;
alter function content.count_reaction() owner to viaduc_rule;
alter function content.report_item(bigint, bigint, text, text) owner to viaduc_rule;
alter function content.take_away(bigint, bigint, text) owner to viaduc_rule;
alter function content.read_removal(bigint) owner to viaduc_rule;
alter function content.read_withdrawal(bigint) owner to viaduc_rule;
alter function content.read_answer(bigint) owner to viaduc_rule;
revoke all on function content.place(), content.publish(), content.count_comment(), content.count_reaction(), content.report_item(bigint, bigint, text, text),
    content.take_away(bigint, bigint, text), content.read_removal(bigint), content.read_withdrawal(bigint),
    content.read_answer(bigint) from public;
grant execute on function content.report_item(bigint, bigint, text, text), content.take_away(bigint, bigint, text),
    content.read_removal(bigint), content.read_withdrawal(bigint), content.read_answer(bigint) to viaduc_web;

-- ---------------------------------------------------------------- what comes out, and goes, by itself

create index item_expiring on content.item (expires_at) where state = 'published' and expires_at is not null;

-- Publishes what is due, and says what it was. What a feature's own rule holds back (image rights) is not among them.
create function content.publish_due(at timestamptz) returns table (item_id bigint, kind text, author_id bigint, circle_id bigint)
    language sql security definer rows 5 set search_path = content, pg_temp as $$
    with due as (
        update content.item set state = 'published', published_at = publish_at, active_at = publish_at
         where state = 'scheduled' and publish_at <= at
         returning id, kind, author_id, circle_id, state)
    select id, kind, author_id, circle_id from due where state = 'published'
$$;

-- Puts away what has had its time: it leaves the lists, and its page says so. Returns how many.
create function content.archive_due(at timestamptz) returns integer
    language sql security definer set search_path = content, pg_temp as $$
    with due as (
        update content.item set state = 'archived' where state = 'published' and expires_at <= at returning 1)
    select count(*)::integer from due
$$;
alter function content.publish_due(timestamptz) owner to viaduc_rule;
alter function content.archive_due(timestamptz) owner to viaduc_rule;
revoke all on function content.publish_due(timestamptz), content.archive_due(timestamptz) from public;
grant execute on function content.publish_due(timestamptz), content.archive_due(timestamptz) to viaduc_system;
