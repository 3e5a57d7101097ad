-- « J’ai pris connaissance »: an item may ask it of everybody in its circle, by a date. Who has said so is known to the
-- person alone; to the issuer as totals, or by name when that was announced, until a day that was announced as well.
-- Nobody else, administrators and managers included, has a way to know.

create table content.acknowledgement_request (
    item_id       bigint primary key references content.item on delete cascade,
    kind          text not null check (kind in ('note', 'safety', 'charter')),
    due_on        date not null,
    named_until   date,                            -- last day of the named list; null: totals only
    since_version integer not null default 1,      -- what was said of an earlier version of the item does not count any more
    reminded_on   date,
    check (named_until <= due_on + 366)
);
create index acknowledgement_request_due on content.acknowledgement_request (due_on);

create table content.acknowledgement (
    item_id     bigint not null references content.item on delete cascade,
    person_id   bigint not null references people.person on delete cascade,
    version     integer not null,                  -- the version that was read
    at          timestamptz not null,
    way         text not null check (way in ('click', 'paper')),
    signed_on   date,                              -- on paper: the day written beside the signature
    recorded_by bigint references people.person on delete set null,
    text_hash   bytea not null,                    -- SHA-256 of that version's title and body
    primary key (item_id, person_id, version),
    check ((way = 'paper') = (signed_on is not null))
);
create index acknowledgement_person on content.acknowledgement (person_id, at desc);

do $$
declare
    t text;
begin
    foreach t in array array['acknowledgement_request', 'acknowledgement'] loop
        execute format('alter table content.%I enable row level security', t);
        execute format('alter table content.%I force row level security', t);
        execute format('create policy rule on content.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on content.%I to viaduc_rule', t);
    end loop;
end $$;

-- ---------------------------------------------------------------- who may ask it of whom

-- The circles of the units that the viewer heads, with what is below them.
create function content.headed() returns bigint[]
    language sql stable security definer set search_path = content, people, circles, public, pg_temp as $$
    select array_agg(c.id)
      from people.unit h
      join people.unit u on u.path <@ h.path
      join circles.circle c on c.kind = 'unit' and c.ref = u.id::text
     where h.head_id = database.viewer() and people.viewer_is_agent()
$$;

-- Communication, human resources and administrators of any circle; a head of service of people who are all theirs.
create function content.may_ask(the_circle bigint) returns boolean
    language sql stable security definer set search_path = content, people, circles, pg_temp as $$
    select people.viewer_is_agent()
       and (people.viewer_has_role('COMMUNICATION') or people.viewer_has_role('HUMAN_RESOURCES') or people.viewer_has_role('ADMINISTRATOR')
         or the_circle = any (content.headed())
         or exists (select 1 from circles.term t where t.circle_id = the_circle)
            and not exists (select 1 from circles.term t where t.circle_id = the_circle
                             group by t.term_no
                            having not bool_or(t.base_id = any (coalesce(content.headed(), '{}')))))
$$;

-- Whether the viewer wrote the item, or writes it with its author.
create function content.issues(the_item bigint) returns boolean
    language sql stable security definer set search_path = content, pg_temp as $$
    select exists (select 1 from content.item i where i.id = the_item and i.author_id = database.viewer())
        or exists (select 1 from content.contributor c where c.item_id = the_item and c.person_id = database.viewer() and c.role = 'author')
$$;

create policy shown on content.acknowledgement_request for select to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id));
create policy asks on content.acknowledgement_request for insert to viaduc_web
    with check (exists (select 1 from content.item i
                         where i.id = item_id and content.issues(i.id) and content.may_ask(i.circle_id)));
-- What is asked is announced with the item: once it was seen it is not taken back, and names are not asked afterwards.
create policy rethinks on content.acknowledgement_request for delete to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id and i.published_at is null and content.issues(i.id)));
grant select, insert, delete on content.acknowledgement_request to viaduc_web;

-- One's own, and nobody else's.
create policy own on content.acknowledgement for select to viaduc_web using (person_id = (select database.viewer()));
grant select on content.acknowledgement to viaduc_web;

-- ---------------------------------------------------------------- shown with the item

-- Most items ask nothing: whether they do stands with them, so that a list pays for those alone that do.
alter table content.item add column asks boolean not null default false;

create function content.mark_asking() returns trigger
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update content.item set asks = true where id = new.item_id;
    else
        update content.item set asks = false where id = old.item_id;
    end if;
    return null;
end $$;
create trigger mark_asking after insert or delete on content.acknowledgement_request
    for each row execute function content.mark_asking();

-- What an item asks and what the viewer answered: kind, day, last day of names, version from which answers count, and the
-- answer's moment and way. Under the viewer's own policies. Never inlined: a join would weigh on every list.
create function content.asking(the_item bigint) returns text[]
    language plpgsql stable set search_path = content, pg_temp as $$
begin
    return (select array[q.kind, q.due_on::text, q.named_until::text, q.since_version::text, extract(epoch from k.at)::text, k.way]
              from content.acknowledgement_request q
              left join lateral (
                   select a.at, a.way from content.acknowledgement a
                    where a.item_id = q.item_id and a.person_id = database.viewer() and a.version >= q.since_version
                    order by a.version desc limit 1) k on true
             where q.item_id = the_item);
end $$;

-- What the viewer is asked and has not said, the most urgent first; not what was due before that day. Under their policies.
create function content.awaiting(kinds text[], since date, most integer) returns setof bigint
    language sql stable rows 3 set search_path = content, circles, pg_temp as $$
    select q.item_id
      from content.acknowledgement_request q join content.item i on i.id = q.item_id
     where q.due_on >= since and i.state = 'published' and i.kind = any (kinds) and i.author_id <> database.viewer()
       and i.circle_id = any ((select circles.readable())::bigint[])
       and not exists (select 1 from content.acknowledgement a
                        where a.item_id = q.item_id and a.person_id = database.viewer() and a.version >= q.since_version)
     order by q.due_on, q.item_id limit most
$$;

-- ---------------------------------------------------------------- saying it

-- The people asked today. Who wrote the item knows it.
create function content.asked(the_item bigint) returns setof bigint
    language sql stable security definer rows 500 set search_path = content, circles, pg_temp as $$
    select m.person_id
      from content.item i
      join content.acknowledgement_request q on q.item_id = i.id
      join circles.member m on m.circle_id = i.circle_id and m.person_id > 0 and m.valid @> current_date
     where i.id = the_item and i.state = 'published' and m.person_id <> i.author_id
$$;

-- What a version of an item said, as a fingerprint.
create function content.text_hash(the_item bigint, the_version integer) returns bytea
    language sql stable security definer set search_path = content, pg_temp as $$
    select sha256(convert_to(coalesce(t.title, '') || E'\n' || t.body, 'UTF8'))
      from (select i.title, i.body from content.item i where i.id = the_item and i.version = the_version
            union all
            select r.title, r.body from content.revision r where r.item_id = the_item and r.version = the_version) t
     limit 1
$$;

-- Says it for the viewer, of the version that they have before them. Answers 'done', 'already', 'changed' (the text is no
-- longer the one that they read) or 'missing'.
create function content.acknowledge(the_item bigint, the_version integer, the_moment timestamptz) returns text
    language plpgsql security definer set search_path = content, circles, pg_temp as $$
declare
    me bigint := database.viewer();
    the_text content.item%rowtype;
    since integer;
begin
    -- Nobody changes the text meanwhile.
    select i.* into the_text from content.item i
     where i.id = the_item and i.state = 'published' and i.author_id <> me
       and (i.circle_id = any (circles.readable()) or i.id = any (content.contributed()))
       for share;
    select since_version into since from content.acknowledgement_request where item_id = the_text.id;
    if since is null or me is null or me = 0 then
        return 'missing';
    end if;
    if exists (select 1 from content.acknowledgement where item_id = the_item and person_id = me and version >= since) then
        return 'already';
    end if;
    if the_text.version <> the_version then
        return 'changed';
    end if;
    insert into content.acknowledgement (item_id, person_id, version, at, way, text_hash)
    values (the_item, me, the_version, least(the_moment, now()), 'click', content.text_hash(the_item, the_version));
    return 'done';
end $$;

-- Takes back what was said less than a minute ago: a slip of the hand. Later it stands.
create function content.withdraw_acknowledgement(the_item bigint) returns boolean
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    delete from content.acknowledgement
     where item_id = the_item and person_id = database.viewer() and way = 'click' and at > now() - interval '1 minute';
    return found;
end $$;

-- A change that matters: what was said before does not count any more, and it is asked again by that day.
create function content.ask_again(the_item bigint, the_day date) returns boolean
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    if not content.issues(the_item) then
        return false;
    end if;
    update content.acknowledgement_request q set since_version = i.version, due_on = the_day, reminded_on = null
      from content.item i
     where q.item_id = the_item and i.id = the_item and i.version > q.since_version;
    return found;
end $$;

-- What the viewer acknowledged, for their proof: they read it then, whoever may read it now.
create function content.acknowledged_text(the_item bigint, the_version integer)
    returns table (title text, body text, kind text, published_at timestamptz)
    language sql stable security definer rows 1 set search_path = content, pg_temp as $$
    select coalesce(t.title, ''), t.body, q.kind, i.published_at
      from content.acknowledgement a
      join content.item i on i.id = a.item_id
      join content.acknowledgement_request q on q.item_id = a.item_id
      cross join lateral (
           select i.title, i.body where i.version = a.version
           union all
           select r.title, r.body from content.revision r where r.item_id = a.item_id and r.version = a.version
           limit 1) t
     where a.item_id = the_item and a.version = the_version and a.person_id = database.viewer()
$$;

-- What asks is not brought before people of whom its author may not ask it.
create function content.keep_asking() returns trigger
    language plpgsql security definer set search_path = content, pg_temp as $$
begin
    if exists (select 1 from content.acknowledgement_request where item_id = new.id) and not content.may_ask(new.circle_id) then
        raise exception 'item % asks to be acknowledged', new.id using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;
create trigger keep_asking after update of circle_id on content.item
    for each row when (old.circle_id <> new.circle_id) execute function content.keep_asking();

-- ---------------------------------------------------------------- what the issuer learns

-- How many are asked and how many have said it; nulls for fewer than ten people, unless their names are shown anyway.
create function content.acknowledgement_totals(the_item bigint) returns table (asked integer, done integer)
    language sql stable security definer rows 1 set search_path = content, pg_temp as $$
    with people as materialized (select content.asked(the_item) as person_id where content.issues(the_item)),
    counted as (
        select count(*)::integer as asked,
               count(*) filter (where exists (
                   select 1 from content.acknowledgement a
                    where a.item_id = q.item_id and a.person_id = p.person_id and a.version >= q.since_version))::integer as done,
               bool_or(coalesce(q.named_until >= current_date, false)) as by_name
          from people p join content.acknowledgement_request q on q.item_id = the_item)
    select case when c.asked >= 10 or c.by_name then c.asked end, case when c.asked >= 10 or c.by_name then c.done end
      from counted c
$$;

-- Who has said it, or who has not, in the order of names: to the issuer, where that was announced, until the announced day.
create function content.acknowledgement_list(the_item bigint, said boolean, after_name text, after_id bigint, most integer)
    returns table (person_id bigint, sort_name text, version integer, at timestamptz, signed_on date, text_hash text)
    language sql stable security definer rows 50 set search_path = content, people, pg_temp as $$
    with announced as (
        select q.* from content.acknowledgement_request q
         where q.item_id = the_item and q.named_until >= current_date and content.issues(the_item))
    select p.id, p.sort_name, a.version, a.at, a.signed_on, encode(a.text_hash, 'hex')
      from announced q
      cross join lateral content.asked(q.item_id) as asked(person_id)
      join people.person p on p.id = asked.person_id
      left join lateral (
           select a.version, a.at, a.signed_on, a.text_hash from content.acknowledgement a
            where a.item_id = q.item_id and a.person_id = p.id and a.version >= q.since_version
            order by a.version desc limit 1) a on true
     where (a.at is not null) = said and (p.sort_name, p.id) > (after_name, after_id)
     order by p.sort_name, p.id
     limit most
$$;

-- ---------------------------------------------------------------- on paper

-- The people asked at the sites of which the viewer is the contact. Whether they have said it is not told: only what
-- the viewer has recorded themselves.
create function content.paper_people(the_item bigint)
    returns table (person_id bigint, name text, staff_number text, site text, recorded boolean)
    language sql stable security definer rows 50 set search_path = content, people, circles, pg_temp as $$
    select p.id, p.name, p.staff_number, min(s.name),
           exists (select 1 from content.acknowledgement a join content.acknowledgement_request q on q.item_id = a.item_id
                    where a.item_id = the_item and a.person_id = p.id and a.version >= q.since_version
                      and a.recorded_by = database.viewer())
      from content.item i
      cross join lateral content.asked(i.id) as asked(person_id)
      join people.person p on p.id = asked.person_id
      join people.assignment x on x.person_id = p.id and daterange(x.starts_on, x.ends_on, '[]') @> current_date
      join people.site s on s.id = x.site_id
      join people.role_grant g on g.site_id = s.id and g.role = 'SITE_CONTACT' and g.person_id = database.viewer()
     where i.id = the_item and i.circle_id = any (circles.readable()) and p.id <> database.viewer()
     group by p.id
     order by p.sort_name, p.id
$$;

-- Records signatures collected on paper, of the version that was printed. Returns how many of these people were asked.
create function content.record_paper(the_item bigint, the_version integer, persons bigint[], day date, the_moment timestamptz)
    returns integer
    language plpgsql security definer set search_path = content, pg_temp as $$
declare
    since integer;
    the_hash bytea := content.text_hash(the_item, the_version);
    concerned bigint[];
begin
    select since_version into since from content.acknowledgement_request where item_id = the_item;
    if since is null or the_version < since or the_hash is null or day > current_date then
        return 0;
    end if;
    concerned := array(select p.person_id from content.paper_people(the_item) p where p.person_id = any (persons));
    insert into content.acknowledgement (item_id, person_id, version, at, way, signed_on, recorded_by, text_hash)
    select the_item, c, the_version, least(the_moment, now()), 'paper', day, database.viewer(), the_hash
      from unnest(concerned) c
     where not exists (select 1 from content.acknowledgement a
                        where a.item_id = the_item and a.person_id = c and a.version >= since);
    return cardinality(concerned);
end $$;

-- ---------------------------------------------------------------- the house's work

-- What is due in three days or less and was not recalled yet, then once more on the day itself; marks it as recalled.
create function content.recall(today date) returns setof bigint
    language sql security definer rows 20 set search_path = content, pg_temp as $$
    update content.acknowledgement_request q set reminded_on = today
      from content.item i
     where i.id = q.item_id and i.state = 'published'
       and today between q.due_on - 3 and q.due_on + 7
       and (q.reminded_on is null or q.reminded_on < q.due_on - 3 or (today >= q.due_on and q.reminded_on < q.due_on))
    returning q.item_id
$$;

-- Who is still asked: for the reminders that the house sends, and for nobody to read.
create function content.still_asked(the_item bigint) returns setof bigint
    language sql stable security definer rows 500 set search_path = content, pg_temp as $$
    select p.person_id from content.asked(the_item) as p(person_id)
     where not exists (select 1 from content.acknowledgement a join content.acknowledgement_request q on q.item_id = a.item_id
                        where a.item_id = the_item and a.person_id = p.person_id and a.version >= q.since_version)
$$;

-- Those of them whom an e-mail reaches.
create function content.mailable(the_item bigint)
    returns table (item_id bigint, first_name text, email text, kind text, due_on date)
    language sql stable security definer rows 500 set search_path = content, people, pg_temp as $$
    select q.item_id, p.first_name, p.email, q.kind, q.due_on
      from content.acknowledgement_request q
      cross join lateral content.still_asked(q.item_id) as s(person_id)
      join people.person p on p.id = s.person_id
     where q.item_id = the_item and p.email is not null
     order by p.id
$$;

-- What a proof is made of, to check one that somebody shows.
create function content.acknowledgement_record(the_item bigint, the_person bigint, the_version integer)
    returns table (at timestamptz, way text, signed_on date, text_hash bytea)
    language sql stable security definer rows 5 set search_path = content, pg_temp as $$
    select a.at, a.way, a.signed_on, a.text_hash from content.acknowledgement a
     where a.item_id = the_item and a.person_id = the_person and a.version = the_version
$$;

do $$
declare
    f text;
begin
    foreach f in array array['mark_asking()', 'asking(bigint)', 'awaiting(text[], date, integer)', 'headed()', 'may_ask(bigint)', 'issues(bigint)', 'asked(bigint)', 'text_hash(bigint, integer)',
        'acknowledge(bigint, integer, timestamptz)', 'withdraw_acknowledgement(bigint)', 'ask_again(bigint, date)', 'acknowledged_text(bigint, integer)', 'keep_asking()',
        'acknowledgement_totals(bigint)', 'acknowledgement_list(bigint, boolean, text, bigint, integer)', 'paper_people(bigint)',
        'record_paper(bigint, integer, bigint[], date, timestamptz)', 'recall(date)', 'still_asked(bigint)', 'mailable(bigint)',
        'acknowledgement_record(bigint, bigint, integer)'] loop
        execute format('alter function content.%s owner to viaduc_rule', f);
        execute format('revoke all on function content.%s from public', f);
    end loop;
end $$;
grant execute on function content.asking(bigint), content.awaiting(text[], date, integer), content.headed(), content.may_ask(bigint), content.issues(bigint),
    content.acknowledge(bigint, integer, timestamptz), content.acknowledged_text(bigint, integer), content.withdraw_acknowledgement(bigint), content.ask_again(bigint, date),
    content.acknowledgement_totals(bigint), content.acknowledgement_list(bigint, boolean, text, bigint, integer),
    content.paper_people(bigint), content.record_paper(bigint, integer, bigint[], date, timestamptz) to viaduc_web;
grant execute on function content.recall(date), content.still_asked(bigint), content.mailable(bigint),
    content.acknowledgement_record(bigint, bigint, integer) to viaduc_system;
