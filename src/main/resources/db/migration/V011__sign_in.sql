-- Sign-in: accounts, sessions, devices, letter codes, second factors, and the log of connections.
-- Nothing here is for the web role, but one's own log: sign-in is the house's work (viaduc_system).
-- No table says what a person reads, nor tells anybody else when they were last seen.

-- What is typed and what is stored meet here: "107", "000 107" and "000107" are one matricule, "e1" and "E0001" too.
create function people.plain_staff_number(value text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(upper(regexp_replace(value, '[[:space:].-]', '', 'g')), '^([A-Z]*)0+', '\1');
create index person_staff_number on people.person (people.plain_staff_number(staff_number));

-- Employed, or holding a mandate, on that day: who may sign in. Nobody acts when it ends.
create function people.present_on(person bigint, day date) returns boolean
    language sql stable
    return exists (select 1 from people.person p
                    where p.id = person and p.agent and p.erased_at is null
                      and daterange(p.started_on, p.left_on, '[]') @> day)
        or exists (select 1 from people.mandate m
                    where m.person_id = person and daterange(m.starts_on, m.ends_on, '[]') @> day);

create table people.account (
    person_id           bigint primary key references people.person on delete cascade,
    password_hash       text,                    -- Argon2id
    password_changed_at timestamptz,
    activated_at        timestamptz,             -- null: the person has never chosen a password
    suspended_at        timestamptz,
    suspended_by        bigint references people.person on delete set null,
    suspended_reason    text,
    totp_secret         bytea,                   -- encrypted
    totp_since          timestamptz,             -- null: begun, not yet confirmed
    totp_session        bigint,                  -- the session that began it: nobody confirms a secret another one has seen
    totp_last_step      bigint,                  -- a code is accepted once
    passkey_handle      bytea unique             -- the random name by which authenticators know the person
);

create table people.session (
    id               bigint generated always as identity primary key,
    token_hash       bytea not null unique,      -- SHA-256 of the 256 random bits in the cookie
    person_id        bigint not null references people.person on delete cascade,
    created_at       timestamptz not null,
    seen_at          timestamptz not null,       -- written at most every five minutes
    absolute_until   timestamptz not null,
    idle_minutes     integer not null,
    kiosk            boolean not null default false,
    device_label     text not null default '',   -- "Firefox (Windows)"
    device_hash      bytea,
    second_factor_at timestamptz,
    confirmed_at     timestamptz,                -- the password was given again, to change what protects the account
    preview          boolean not null default false, -- an administrator looks at the network "as an elected official"
    ended_at         timestamptz,                -- kept a few days, so that what was being written finds its author again
    ended_because    text
);
create index session_person on people.session (person_id) where ended_at is null;
create index session_seen on people.session (seen_at);

-- A device that has signed in to an account keeps its own allowance of tries there (OWASP "device cookies"):
-- somebody else's wrong guesses do not lock its owner out.
create table people.known_device (
    person_id   bigint not null references people.person on delete cascade,
    device_hash bytea not null,
    last_day    date not null,
    primary key (person_id, device_hash)
);

-- Devices that are shared for good: every session on them is a kiosk session.
create table people.kiosk (
    id          bigint generated always as identity primary key,
    device_hash bytea not null unique,
    name        text not null,
    site_id     bigint references people.site on delete set null,
    marked_by   bigint references people.person on delete set null,
    marked_at   timestamptz not null
);

-- Wrong passwords, per account and device; an identifier that nobody has is counted in the same way.
create table people.sign_in_tries (
    subject      bytea not null,
    device       bytea not null default '',      -- empty: all devices this account does not know
    failures     integer not null,
    last_at      timestamptz not null,
    closed_until timestamptz,
    primary key (subject, device)
);

-- Letter codes and those handed out by a site contact: one open code per person, five tries.
create table people.activation_code (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references people.person on delete cascade,
    code_hash  bytea not null,                   -- HMAC with the house's key
    issued_as  text not null check (issued_as in ('letter', 'site_contact', 'administrator')),
    issued_by  bigint references people.person on delete set null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    tries_left integer not null default 5,
    closed_at  timestamptz,
    closed_because text check (closed_because in ('used', 'replaced', 'tries'))
);
create unique index activation_code_open on people.activation_code (person_id) where closed_at is null;

-- A batch of letters, so that one knows who has already been written to. The codes are in the PDF alone.
create table people.letter_batch (
    id         bigint generated always as identity primary key,
    audience   text not null,
    letters    integer not null,
    created_by bigint references people.person on delete set null,
    created_at timestamptz not null
);

-- "Mot de passe oublié" by professional e-mail: single use, thirty minutes.
create table people.reset_link (
    token_hash bytea primary key,
    person_id  bigint not null references people.person on delete cascade,
    sent_at    timestamptz not null,
    expires_at timestamptz not null
);
create index reset_link_person on people.reset_link (person_id);

create table people.recovery_code (
    person_id bigint not null references people.person on delete cascade,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (person_id, code_hash)
);

create table people.passkey (
    credential_id    bytea primary key,
    person_id        bigint not null references people.person on delete cascade,
    public_key       bytea not null,
    signature_count  bigint not null,
    user_verified    boolean not null,
    transports       text not null default '',
    backup_eligible  boolean not null,
    backup_state     boolean not null,
    attestation      bytea,
    client_data      bytea,
    label            text not null,
    created_at       timestamptz not null,
    last_used_on     date
);
create index passkey_person on people.passkey (person_id);

-- What lasts a few minutes between two requests of somebody who is not (yet) signed in.
create table people.ceremony (
    token_hash bytea primary key,
    kind       text not null check (kind in ('passkey_creation', 'passkey_request', 'stash')),
    person_id  bigint references people.person on delete cascade,
    content    bytea not null,                   -- encrypted
    expires_at timestamptz not null
);

-- The log of connections, kept twelve months, added to and never changed: persons are numbers here, not references,
-- so that whatever happens to them leaves its lines, and their seals, as they are.
create table people.sign_in_event (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    kind         text not null,
    person_id    bigint,
    actor_id     bigint,
    device_label text not null default '',
    detail       text not null default ''
);
create index sign_in_event_person on people.sign_in_event (person_id, id desc);
create index sign_in_event_at on people.sign_in_event (at);

-- Every hour the new lines of the log are sealed with a key that the database does not have; each seal covers the one
-- before, so that a line changed, added or taken away afterwards shows ("bin/start verify").
create table people.sign_in_seal (
    id        bigint generated always as identity primary key,
    after_id  bigint not null,                   -- covers the lines from the one after this
    last_id   bigint not null unique,            -- to this one
    lines     integer not null,
    newest_at timestamptz not null,              -- of its lines; a seal goes with them after twelve months
    previous  bytea not null,
    seal      bytea not null
);

do $$
declare
    name text;
begin
    foreach name in array array['account', 'session', 'known_device', 'kiosk', 'sign_in_tries', 'activation_code',
        'letter_batch', 'reset_link', 'recovery_code', 'passkey', 'ceremony', 'sign_in_event', 'sign_in_seal']
    loop
        execute format('alter table people.%I enable row level security', name);
        execute format('alter table people.%I force row level security', name);
        execute format('create policy rule on people.%I to viaduc_rule using (true) with check (true)', name);
        execute format('create policy system on people.%I to viaduc_system using (true) with check (true)', name);
        execute format('grant select, insert, delete on people.%I to viaduc_system', name);
        if name not in ('sign_in_event', 'sign_in_seal') then
            execute format('grant update on people.%I to viaduc_system', name);
        end if;
    end loop;
end $$;

grant select, update on people.session to viaduc_rule;
grant select on people.sign_in_event to viaduc_web;
create policy own on people.sign_in_event for select to viaduc_web using (person_id = (select database.viewer()));

-- A new password, a suspension, a role gained or lost end every session, whoever makes the change.
create function people.end_sessions_of_account() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
begin
    update people.session set ended_at = clock_timestamp(), ended_because = 'account'
     where person_id = new.person_id and ended_at is null;
    return null;
end $$;
create function people.end_sessions_of_role() returns trigger
    language plpgsql security definer set search_path = people, pg_temp as $$
declare
    concerned bigint := case when tg_op = 'DELETE' then old.person_id else new.person_id end;
begin
    update people.session set ended_at = clock_timestamp(), ended_because = 'role'
     where person_id = concerned and ended_at is null;
    return null;
end $$;
create trigger end_sessions after update of password_changed_at, suspended_at on people.account
    for each row when (old.password_changed_at is distinct from new.password_changed_at
                       or (old.suspended_at is null and new.suspended_at is not null))
    execute function people.end_sessions_of_account();
create trigger end_sessions_granted after insert or update on people.role_grant
    for each row when (new.role <> 'SITE_CONTACT') execute function people.end_sessions_of_role();
create trigger end_sessions_withdrawn after delete on people.role_grant
    for each row execute function people.end_sessions_of_role();
-- Owned last: whoever makes a trigger must be allowed to run its function.
alter function people.end_sessions_of_account() owner to viaduc_rule;
alter function people.end_sessions_of_role() owner to viaduc_rule;
revoke all on function people.end_sessions_of_account(), people.end_sessions_of_role() from public;

call database.note_changes('people.account', 'suspended_at, totp_since');
call database.note_changes('people.passkey', 'person_id');
