-- Tells every node that an item was published: its id, its circle, its author; never its text.
create function content.tell_published() returns trigger
    language plpgsql set search_path = content, pg_temp as $$
begin
    perform pg_notify('viaduc_published', new.id || ':' || new.circle_id || ':' || new.author_id);
    return null;
end $$;
create trigger told after insert on content.item for each row when (new.state = 'published')
    execute function content.tell_published();
create trigger told_later after update of state on content.item for each row
    when (new.state = 'published' and old.state <> 'published')
    execute function content.tell_published();
