-- Work to be done later (db-scheduler), and events kept until their listeners are done (Spring Modulith).

create table database.job (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index job_due on database.job (execution_time);
create index job_heartbeat on database.job (last_heartbeat);
grant select, insert, update, delete on database.job to viaduc_system;

create table database.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_event on database.event_publication using hash (serialized_event);
create index event_publication_by_status on database.event_publication (status, publication_date);
grant select, insert, update, delete on database.event_publication to viaduc_system;
-- An author adds the event in the transaction of what happened; only the house reads it.
grant insert on database.event_publication to viaduc_web;
