-- The HR import: what was imported when and by whom, and what was learnt of the files' headings.
-- The file itself is never here, and no column can hold a birth date, a social security number or a grade.

create table people.hr_import_run (
    id          bigint generated always as identity primary key,
    key         uuid not null unique,
    origin      text not null check (origin in ('page', 'command')),
    created_by  bigint references people.person on delete set null, -- null: the command line
    created_at  timestamptz not null,
    file_name   text not null,
    format      text not null,
    lines       integer not null,
    state       text not null check (state in ('waiting', 'applying', 'applied', 'failed', 'abandoned')),
    applied_by  bigint references people.person on delete set null,
    started_at  timestamptz,
    ended_at    timestamptz,
    failure     text,                             -- key of a message
    done        integer not null default 0,       -- progress, in persons
    total       integer not null default 0,
    arrivals    integer not null default 0,
    changes     integer not null default 0,
    departures  integer not null default 0,
    refused     integer not null default 0,
    units       integer not null default 0,
    sites       integer not null default 0
);
create index hr_import_run_recent on people.hr_import_run (id desc);

-- What a person said a heading means, for the next file.
create table people.hr_import_column (
    heading text primary key,
    field   text not null check (field ~ '^[A-Z_]+$')
);

-- What a person said a commune's name means ("Nogent-en-Bassigny" is Nogent).
create table people.hr_import_commune (
    written text primary key,
    insee   text not null references people.commune on delete cascade
);

do $$
declare
    t text;
begin
    foreach t in array array['hr_import_run', 'hr_import_column', 'hr_import_commune'] loop
        execute format('alter table people.%I enable row level security', t);
        execute format('alter table people.%I force row level security', t);
        execute format('create policy system on people.%I to viaduc_system using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on people.%I to viaduc_system', t);
    end loop;
end $$;
