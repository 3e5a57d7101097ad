-- The object store: what is stored (files.object, the contents, each once) and whose it is (files.file).
-- The bytes are not here: they lie, encrypted, in the data folder or in an S3 bucket, named by object id.

create schema files;
grant usage on schema files to viaduc_web, viaduc_system, viaduc_rule;

-- The secret under which contents are fingerprinted, itself wrapped by the key-encryption key,
-- so that neither the database nor the disk confirms the presence of a known file.
create table files.digest_key (
    id boolean primary key default true check (id),
    wrapped_key bytea not null,
    key_id text not null
);

create table files.object (
    id uuid primary key,
    -- HMAC-SHA256, under the digest key, of the SHA-256 of the content
    digest bytea not null unique check (octet_length(digest) = 32),
    size bigint not null check (size > 0),
    -- lost: bin/start verify found the bytes absent or altered; the next upload of the same content heals it
    state text not null default 'stored' check (state in ('stored', 'lost')),
    -- the object's own key, wrapped by the key-encryption key named key_id
    wrapped_key bytea not null,
    key_id text not null,
    reference_count integer not null default 0 check (reference_count >= 0),
    -- since when nothing refers to it, or when it was last handed to an upload
    released_at timestamptz not null default clock_timestamp(),
    created_at timestamptz not null
);
create index object_unreferenced on files.object (released_at) where reference_count = 0;
create index object_key on files.object (key_id);

create table files.file (
    id bigint generated always as identity primary key,
    -- null once the content was refused
    object_id uuid references files.object (id) on update cascade,
    -- a person; this module knows nothing of people, so no foreign key
    owner_id bigint not null,
    name text not null check (name <> '' and char_length(name) <= 200),
    media_type text not null,
    size bigint not null check (size > 0),
    width integer check (width > 0),
    height integer check (height > 0),
    state text not null check (state in ('processing', 'ready', 'refused')),
    refusal text,
    purpose text not null check (purpose in ('attachment', 'picture', 'avatar', 'cover')),
    created_at timestamptz not null,
    -- when something took it up (a post, a profile); a file that nothing took up is removed after some days
    kept_at timestamptz,
    -- the queue of the background work: how often it was tried, and when to try (again)
    attempts smallint not null default 0,
    due_at timestamptz,
    check ((state = 'refused') = (refusal is not null)),
    check (state = 'refused' or object_id is not null),
    check (state <> 'processing' or due_at is not null)
);
create index file_object on files.file (object_id);
create index file_owner on files.file (owner_id, id);
create index file_due on files.file (due_at) where state = 'processing';
create index file_unkept on files.file (created_at) where kept_at is null;

create table files.rendition (
    file_id bigint not null references files.file (id) on delete cascade,
    kind text not null check (kind in ('face', 'thumb', 'medium', 'large')),
    object_id uuid not null references files.object (id) on update cascade,
    media_type text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    primary key (file_id, kind)
);
create index rendition_object on files.rendition (object_id);

-- Counts who refers to an object. For any table with a column object_id:
-- create trigger … after insert or delete or update of object_id on … for each row execute function files.count_reference();
create function files.count_reference() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        if new.object_id is not distinct from old.object_id then
            return null;
        end if;
        -- the object itself changed its id (healed): its count came along
        if not exists (select from files.object where id = old.object_id) then
            return null;
        end if;
    end if;
    if tg_op in ('INSERT', 'UPDATE') and new.object_id is not null then
        update files.object set reference_count = reference_count + 1 where id = new.object_id;
    end if;
    if tg_op in ('DELETE', 'UPDATE') and old.object_id is not null then
        update files.object
        set reference_count = reference_count - 1, released_at = clock_timestamp()
        where id = old.object_id;
    end if;
    return null;
end
$$;

grant create on schema files to viaduc_rule;
alter function files.count_reference() owner to viaduc_rule;
revoke create on schema files from viaduc_rule;
revoke execute on function files.count_reference() from public;

create trigger count_reference after insert or delete or update of object_id on files.file
    for each row execute function files.count_reference();
create trigger count_reference after insert or delete or update of object_id on files.rendition
    for each row execute function files.count_reference();

-- Rights. The web runtime reads the files its viewer may see, and renames, keeps or removes the viewer's own.
-- It never writes object_id and never reads files.object: holding a content's bytes is the only way to own a file of it.
grant select, delete on files.file to viaduc_web;
grant update (name, kept_at) on files.file to viaduc_web;
grant select on files.rendition to viaduc_web;
grant select, insert, update, delete on files.object, files.file, files.rendition to viaduc_system;
grant select, insert, update on files.digest_key to viaduc_system;
grant select, update on files.object to viaduc_rule;
grant select on files.file, files.rendition to viaduc_rule;

alter table files.digest_key enable row level security;
alter table files.digest_key force row level security;
alter table files.object enable row level security;
alter table files.object force row level security;
alter table files.file enable row level security;
alter table files.file force row level security;
alter table files.rendition enable row level security;
alter table files.rendition force row level security;

create policy system on files.digest_key for all to viaduc_system using (true) with check (true);
create policy system on files.object for all to viaduc_system using (true) with check (true);
create policy rule on files.object for all to viaduc_rule using (true) with check (true);
create policy system on files.file for all to viaduc_system using (true) with check (true);
create policy rule on files.file for all to viaduc_rule using (true) with check (true);
create policy system on files.rendition for all to viaduc_system using (true) with check (true);
create policy rule on files.rendition for all to viaduc_rule using (true) with check (true);

-- Base rule: one sees one's own files. What attaches files to something visible adds its own permissive policy.
create policy owner on files.file for all to viaduc_web
    using (owner_id = (select database.viewer()))
    with check (owner_id = (select database.viewer()));
create policy file on files.rendition for select to viaduc_web
    using (exists (select from files.file where file.id = file_id));
