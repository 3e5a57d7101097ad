-- Posts: what a person says, with pictures, files, a link, a poll, or thanks to someone by name.

create schema posts;
grant usage on schema posts to viaduc_web, viaduc_system, viaduc_rule;
grant create on schema posts to viaduc_rule;

create table posts.post (
    item_id    bigint primary key references content.item on delete cascade,
    link       text check (link ~ '^https?://'),
    link_title text
);

create table posts.poll (
    item_id   bigint primary key references posts.post on delete cascade,
    question  text not null,
    anonymous boolean not null default true,
    several   boolean not null default false,  -- whether more than one answer may be given
    closes_at timestamptz not null,
    closed_at timestamptz,                     -- set once the votes were forgotten
    voters    integer not null default 0
);
create index poll_to_close on posts.poll (closes_at) where closed_at is null;

create table posts.poll_option (
    id       bigint generated always as identity primary key,
    item_id  bigint not null references posts.poll on delete cascade,
    position integer not null,
    label    text not null,
    votes    integer not null default 0,
    unique (item_id, position)
);

-- Who has voted, so that nobody votes twice. In an anonymous poll what they chose is stored nowhere.
create table posts.voter (
    item_id   bigint not null references posts.poll on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    primary key (item_id, person_id)
);
-- What they chose, in a poll that is not anonymous, until it closes.
create table posts.vote (
    item_id   bigint not null references posts.poll on delete cascade,
    option_id bigint not null references posts.poll_option on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    primary key (option_id, person_id)
);
create index vote_person on posts.vote (item_id, person_id);

-- Whom a post thanks.
create table posts.kudos (
    item_id   bigint not null references posts.post on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    primary key (item_id, person_id)
);
create index kudos_person on posts.kudos (person_id);

do $$
declare
    t text;
begin
    foreach t in array array['post', 'poll', 'poll_option', 'voter', 'vote', 'kudos'] loop
        execute format('alter table posts.%I enable row level security', t);
        execute format('alter table posts.%I force row level security', t);
        execute format('create policy rule on posts.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on posts.%I to viaduc_rule', t);
        execute format('grant select on posts.%I to viaduc_web', t);
    end loop;
    foreach t in array array['post', 'poll', 'poll_option', 'kudos'] loop
        execute format('create policy shown on posts.%I for select to viaduc_web
            using (exists (select 1 from content.item i where i.id = item_id))', t);
        execute format('create policy writes on posts.%I for insert to viaduc_web
            with check (exists (select 1 from content.item i where i.id = item_id and i.author_id = (select database.viewer())))', t);
        execute format('grant insert on posts.%I to viaduc_web', t);
    end loop;
end $$;
-- Its author changes a post while it stands. A poll that somebody has answered stays as it was answered, but for its last day.
create policy edits on posts.post for update to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id and i.author_id = (select database.viewer()) and i.state <> 'removed'));
grant update (link, link_title) on posts.post to viaduc_web;
create policy withdraws on posts.kudos for delete to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id and i.author_id = (select database.viewer()) and i.state <> 'removed'));
create policy withdraws on posts.poll for delete to viaduc_web
    using (voters = 0 and exists (select 1 from content.item i
                                   where i.id = item_id and i.author_id = (select database.viewer()) and i.state <> 'removed'));
grant delete on posts.kudos, posts.poll to viaduc_web;
create policy prolongs on posts.poll for update to viaduc_web
    using (closed_at is null and closes_at > now()
           and exists (select 1 from content.item i
                        where i.id = item_id and i.author_id = (select database.viewer()) and i.state <> 'removed'))
    with check (closes_at > now());
grant update (closes_at) on posts.poll to viaduc_web;
create policy own on posts.voter for select to viaduc_web using (person_id = (select database.viewer()));
create policy own on posts.vote for select to viaduc_web using (person_id = (select database.viewer()));

-- Votes for the viewer. Says what happened: 'voted', 'already' (anonymous: it cannot be changed), 'closed', 'missing', 'wrong'.
create function posts.cast_vote(the_item bigint, chosen bigint[]) returns text
    language plpgsql security definer set search_path = posts, content, circles, people, pg_temp as $$
declare
    me bigint := database.viewer();
    poll posts.poll%rowtype;
begin
    select p.* into poll from posts.poll p join content.item i on i.id = p.item_id
     where p.item_id = the_item and i.state = 'published'
       and (i.circle_id = any (circles.readable()) or i.author_id = me)
       for update of p;
    if poll.item_id is null or me is null or me = 0 then
        return 'missing';
    end if;
    if poll.closed_at is not null or poll.closes_at <= now() then
        return 'closed';
    end if;
    if coalesce(cardinality(chosen), 0) = 0 or (not poll.several and cardinality(chosen) > 1)
       or (select count(*) from posts.poll_option o where o.item_id = the_item and o.id = any (chosen)) <> cardinality(chosen) then
        return 'wrong';
    end if;
    insert into posts.voter (item_id, person_id) values (the_item, me) on conflict do nothing;
    if not found then
        if poll.anonymous then
            return 'already';
        end if;
        update posts.poll_option set votes = votes - 1
         where id in (select option_id from posts.vote where item_id = the_item and person_id = me);
        delete from posts.vote where item_id = the_item and person_id = me;
    else
        update posts.poll set voters = voters + 1 where item_id = the_item;
    end if;
    update posts.poll_option set votes = votes + 1 where id = any (chosen);
    if not poll.anonymous then
        insert into posts.vote (item_id, option_id, person_id) select the_item, unnest(chosen), me;
    end if;
    return 'voted';
end $$;

-- Forgets who voted what in the polls that have ended; only the totals stay. Returns how many were closed.
create function posts.close_polls() returns integer
    language sql security definer set search_path = posts, pg_temp as $$
    with ended as (
        update posts.poll set closed_at = now() where closed_at is null and closes_at <= now() returning item_id),
    forgotten as (delete from posts.vote where item_id in (select item_id from ended)),
    unnamed as (delete from posts.voter where item_id in (select item_id from ended))
    select count(*)::integer from ended
$$;

alter function posts.cast_vote(bigint, bigint[]) owner to viaduc_rule;
alter function posts.close_polls() owner to viaduc_rule;
revoke all on function posts.cast_vote(bigint, bigint[]), posts.close_polls() from public;
grant execute on function posts.cast_vote(bigint, bigint[]) to viaduc_web;
grant execute on function posts.close_polls() to viaduc_system;
