-- Image rights: who can be recognised in the pictures of an item, and what each agreed to. Nothing that shows somebody
-- is published without their agreement to that use, recorded and dated; it can be taken back at any time.
-- (Code civil, article 9; CNIL: the agreement is for a named use.)

create table content.shown_person (
    item_id   bigint not null references content.item on delete cascade,
    person_id bigint not null references people.person on delete cascade,
    primary key (item_id, person_id)
);
create index shown_person_person on content.shown_person (person_id);

create table content.image_consent (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references people.person on delete cascade,
    item_id      bigint references content.item on delete cascade,  -- null: any picture put to that use
    use          text not null check (use in ('network', 'print')), -- seen on the network; printed for the walls of the sites
    given_on     date not null,
    on_paper     boolean not null default false,                    -- signed on paper, and recorded by somebody else
    recorded_by  bigint not null references people.person,
    recorded_at  timestamptz not null default now(),
    withdrawn_at timestamptz,
    check (on_paper or recorded_by = person_id)
);
create unique index image_consent_current on content.image_consent (person_id, item_id, use) nulls not distinct
    where withdrawn_at is null;
create index image_consent_item on content.image_consent (item_id);

do $$
declare
    t text;
begin
    foreach t in array array['shown_person', 'image_consent'] loop
        execute format('alter table content.%I enable row level security', t);
        execute format('alter table content.%I force row level security', t);
        execute format('create policy rule on content.%I to viaduc_rule using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on content.%I to viaduc_rule', t);
    end loop;
end $$;

-- Whether the viewer writes the item.
create function content.writes(the_item bigint) returns boolean
    language sql stable security definer set search_path = content, pg_temp
    return exists (select 1 from content.item i where i.id = the_item and i.state <> 'removed' and i.author_id = database.viewer())
        or exists (select 1 from content.contributor c
                    where c.item_id = the_item and c.person_id = database.viewer() and c.role <> 'reader');

create policy shown on content.shown_person for select to viaduc_web
    using (exists (select 1 from content.item i where i.id = item_id));
create policy writes on content.shown_person for insert to viaduc_web with check (content.writes(item_id));
create policy unsays on content.shown_person for delete to viaduc_web using (content.writes(item_id));
grant select, insert, delete on content.shown_person to viaduc_web;

-- One's own agreements, and those recorded for the items that one writes.
create policy own on content.image_consent for select to viaduc_web
    using (person_id = (select database.viewer()) or (item_id is not null and content.writes(item_id)));
create policy gives on content.image_consent for insert to viaduc_web
    with check (recorded_by = (select database.viewer()) and withdrawn_at is null
        and (person_id = (select database.viewer())
             and (item_id is null or exists (select 1 from content.shown_person s where s.item_id = image_consent.item_id and s.person_id = image_consent.person_id))
          or (on_paper and item_id is not null and content.writes(item_id)
              and exists (select 1 from content.shown_person s where s.item_id = image_consent.item_id and s.person_id = image_consent.person_id))));
grant select, insert on content.image_consent to viaduc_web;

-- Who is shown by the item and has not agreed to that use of it. For the rules of the database, whoever asks.
create function content.without_consent(the_item bigint, the_use text) returns bigint[]
    language sql stable security definer set search_path = content, people, pg_temp
    return (select coalesce(array_agg(s.person_id order by s.person_id), '{}')
              from content.shown_person s
             where s.item_id = the_item
               and not exists (select 1 from content.image_consent c
                                where c.person_id = s.person_id and c.use = the_use and c.withdrawn_at is null
                                  and (c.item_id is null or c.item_id = the_item)));

-- The same, of an item that the viewer sees: nobody learns whom another shows.
create function content.lacking_consent(the_item bigint, the_use text) returns bigint[]
    language sql stable security definer set search_path = content, circles, pg_temp
    return (select content.without_consent(i.id, the_use)
              from content.item i
             where i.id = the_item
               and (i.state in ('published', 'archived') and i.circle_id = any (circles.readable())
                    or i.author_id = database.viewer()
                    or exists (select 1 from content.contributor c where c.item_id = i.id and c.person_id = database.viewer())));

-- What the viewer agreed to, taken back: what shows them is withdrawn from the readers until its authors have changed it.
-- Returns the items withdrawn.
create function content.withdraw_consent(the_consent bigint) returns bigint[]
    language plpgsql security definer set search_path = content, people, pg_temp as $$
declare
    gone content.image_consent%rowtype;
    withdrawn bigint[];
begin
    update content.image_consent set withdrawn_at = now()
     where id = the_consent and person_id = database.viewer() and withdrawn_at is null
    returning * into gone;
    if gone.id is null then
        return null;
    end if;
    if gone.use <> 'network' then
        return '{}';
    end if;
    with hidden as (
        update content.item i set state = 'draft'
         where i.state in ('published', 'scheduled', 'archived')
           and (gone.item_id is null or i.id = gone.item_id)
           and gone.person_id = any (content.without_consent(i.id, 'network'))
           and exists (select 1 from content.shown_person s where s.item_id = i.id and s.person_id = gone.person_id)
        returning i.id)
    select coalesce(array_agg(id), '{}') into withdrawn from hidden;
    return withdrawn;
end $$;

alter function content.writes(bigint) owner to viaduc_rule;
alter function content.without_consent(bigint, text) owner to viaduc_rule;
alter function content.lacking_consent(bigint, text) owner to viaduc_rule;
alter function content.withdraw_consent(bigint) owner to viaduc_rule;
revoke all on function content.writes(bigint), content.without_consent(bigint, text), content.lacking_consent(bigint, text), content.withdraw_consent(bigint) from public;
grant execute on function content.writes(bigint), content.lacking_consent(bigint, text), content.withdraw_consent(bigint) to viaduc_web;
