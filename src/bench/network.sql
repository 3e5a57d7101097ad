-- A network of any size, always the same: run by the superuser of the embedded server on an empty network.
-- Settings of the session: bench.people, bench.elected, bench.services, bench.teams (per service), bench.sites,
-- bench.groups, bench.items, bench.sentences, bench.comments, bench.reactions (most per item), bench.password (Argon2id).
-- Draws are hashes of a number and a salt, so that nothing depends on the order in which rows are made.

create function pg_temp.n(name text) returns integer language sql stable
    return current_setting('bench.' || name)::integer;
create function pg_temp.draw(number bigint, salt bigint) returns double precision language sql immutable parallel safe
    return (hashint8extended(number, salt) & 4294967295)::double precision / 4294967296;
create function pg_temp.pick(words text[], number bigint, salt bigint) returns text language sql immutable parallel safe
    return words[1 + floor(pg_temp.draw(number, salt) * cardinality(words))::integer];

do $$ begin
    if exists (select 1 from people.person) then
        raise exception 'the network is not empty';
    end if;
end $$;

-- ---------------------------------------------------------------- the organisation

insert into people.commune (insee, name)
select (52000 + k)::text, 'Commune ' || k from generate_series(1, greatest(20, pg_temp.n('sites') / 2)) k
on conflict do nothing;
create temporary table place as select insee, row_number() over (order by insee) as no from people.commune;

insert into people.site (id, slug, name, kind, commune_insee) overriding system value
select k, 'site-' || k, pg_temp.pick('{Centre technique,Médiathèque,Crèche,Piscine,Mairie annexe,Déchèterie}', k, 1) || ' ' || k, 'office',
       (select insee from place where no = 1 + k % (select count(*) from place))
  from generate_series(1, pg_temp.n('sites')) k;

insert into people.unit (id, slug, name, kind) overriding system value values (1, 'direction-generale', 'Direction générale', 'direction');
insert into people.unit (id, parent_id, slug, name, kind) overriding system value
select 1 + k, 1, 'service-' || k, 'Service ' || pg_temp.pick('{voirie,eau,enfance,bâtiments,culture,finances,déchets,urbanisme}', k, 2) || ' ' || k, 'service'
  from generate_series(1, pg_temp.n('services')) k;
insert into people.unit (id, parent_id, slug, name, kind) overriding system value
select 1 + pg_temp.n('services') + k, 2 + (k - 1) % pg_temp.n('services'), 'equipe-' || k, 'Équipe ' || k, 'team'
  from generate_series(1, pg_temp.n('services') * pg_temp.n('teams')) k;
create temporary table workplace as
select id, row_number() over (order by id) as no from people.unit where kind = 'team' or (kind = 'service' and pg_temp.n('teams') = 0);

insert into people.mission (id, slug, name) overriding system value
select k, 'mission-' || k, 'Mission ' || k from generate_series(1, greatest(40, pg_temp.n('people') / 250)) k;

-- ---------------------------------------------------------------- people

-- From here rows are put as the triggers would, many at a time; membership is then made right by circles.refresh().
set session_replication_role = replica;

insert into people.person (id, staff_number, agent, first_name, last_name, job_title, email, started_on) overriding system value
select k, case when k <= pg_temp.n('people') then lpad(k::text, 6, '0') else 'E' || lpad((k - pg_temp.n('people'))::text, 5, '0') end,
       k <= pg_temp.n('people'),
       pg_temp.pick('{Aline,Bruno,Camille,Denis,Élodie,Fatima,Gérard,Hélène,Inès,Jean-Marc,Karim,Lucie,Mathieu,Nadia,Olivier,Pauline,Quentin,Rachel,Stéphane,Thérèse,Ugo,Valérie,William,Yves,Zoé}', k, 3),
       pg_temp.pick('{Adam,Bernard,Collin,Demange,Étienne,Fournier,Guyard,Henry,Illien,Jacquot,Klein,Lagarde,Maréchal,Noël,Oudin,Perrotin,Quirin,Rollin,Simon,Thévenot,Urbain,Vautrin,Weber,Xardel,Yvon,Zimmer,Aubry,Barbier,Cuny,Didier,Ferry,Gaillard}', k, 4)
           || case when pg_temp.draw(k, 5) < 0.3 then '-' || pg_temp.pick('{Petit,Roux,Blanc,Morel,Girard,Renard}', k, 6) else '' end,
       case when k <= pg_temp.n('people') then pg_temp.pick('{Agent de voirie,ATSEM,Gestionnaire,Bibliothécaire,Instructeur,Électricien,Chargée de mission,Cheffe de service}', k, 7) end,
       case when pg_temp.draw(k, 8) < 0.6 then 'personne.' || k || '@exemple.fr' end,
       current_date - 400 - (pg_temp.draw(k, 9) * 5000)::integer
  from generate_series(1, pg_temp.n('people') + pg_temp.n('elected')) k;
insert into circles.circle (kind, ref, label) select 'person', id::text, name from people.person order by id;

insert into people.assignment (person_id, unit_id, site_id, starts_on)
select p.id, w.id, 1 + floor(pg_temp.draw(p.id, 10) * pg_temp.n('sites'))::bigint, p.started_on
  from people.person p join workplace w on w.no = 1 + p.id % (select count(*) from workplace)
 where p.agent;
update people.unit u set head_id = h.person
  from (select unit_id, min(person_id) as person from people.assignment group by 1) h where h.unit_id = u.id;
insert into people.person_mission (person_id, mission_id)
select distinct p.id, 1 + floor(pg_temp.draw(p.id, 10 + k) * (select count(*) from people.mission))::bigint
  from people.person p cross join generate_series(1, 2) k where p.agent;
insert into people.mandate (person_id, commune_insee, function, starts_on)
select p.id, (select insee from place where no = 1 + p.id % (select count(*) from place)), 'Conseiller municipal', current_date - 200
  from people.person p where not p.agent;
insert into people.account (person_id, password_hash, password_changed_at, activated_at)
select id, current_setting('bench.password'), now(), now() from people.person;

-- ---------------------------------------------------------------- spaces

set session_replication_role = origin;
select count(spaces.open('groupe-' || k, 'Groupe ' || k, 'group',
                         case when pg_temp.draw(k, 13) < 0.7 then 'open' when pg_temp.draw(k, 13) < 0.9 then 'request' else 'secret' end, null, '{}'))
  from generate_series(1, pg_temp.n('groups')) k;
set session_replication_role = replica;

-- A few large groups, many small ones; each member is drawn.
insert into spaces.member (space_id, person_id, role, welcomed)
select s.id, d.person, case when min(d.no) = 1 then 'owner' else 'member' end, true
  from (select s.id, row_number() over (order by s.id) as no from spaces.space s where s.kind = 'group') s
  cross join lateral (
       select m as no, 1 + floor(pg_temp.draw(s.id * 100000 + m, 14) * pg_temp.n('people'))::bigint as person
         from generate_series(1, least(pg_temp.n('people') / 3, 12 + (400 / s.no)::integer + floor(pg_temp.draw(s.id, 15) * 30)::integer)) m) d
 group by s.id, d.person;
insert into circles.listed (circle_id, person_id)
select s.circle_id, m.person_id from spaces.member m join spaces.space s on s.id = m.space_id;
update spaces.space s set member_count = c.count
  from (select space_id, count(*) as count from spaces.member group by 1) c where c.space_id = s.id;

set session_replication_role = origin;
analyze;
select circles.refresh(array(select id from people.person));
select people.renew(array(select id from people.person));
analyze circles.member; analyze people.entry; analyze circles.circle;
set session_replication_role = replica;

-- ---------------------------------------------------------------- what people publish

create temporary table text_of as
select k as no, '<p>' || string_agg(sentence, '</p><p>' order by s) || '</p>' as body, left(string_agg(sentence, ' ' order by s), 300) as excerpt
  from generate_series(1, 2000) k
  cross join lateral generate_series(1, 1 + ceil(pg_temp.draw(k, 16) * (pg_temp.n('sentences') - 1))::integer) s
  cross join lateral (select pg_temp.pick(array[
      'La réunion du matin est déplacée à la salle polyvalente, au même horaire.',
      'Les travaux de la rue du Moulin commencent lundi : la circulation se fera par alternat.',
      'Merci à toute l’équipe pour la remise en état de l’aire de jeux après l’orage.',
      'Le nouveau véhicule électrique est arrivé au centre technique ; les clés sont à l’accueil.',
      'Qui connaît un bon fournisseur de sel de déneigement ? Le marché actuel s’arrête en mars.',
      'La crèche recherche des livres cartonnés en bon état pour son coin lecture.',
      'Rappel : les équipements de protection se retirent avant le départ en tournée.',
      'Nous avons reçu la visite des élèves de CM2, très curieux du fonctionnement de la station.',
      'Le planning des astreintes de décembre est affiché et disponible auprès de votre responsable.',
      'La fuite du réseau d’eau, avenue de Turenne, est réparée depuis ce matin.',
      'Bravo à Nadia, qui a réussi le concours d’agent de maîtrise !',
      'La déchèterie ouvrira une heure plus tôt pendant l’été, à titre d’essai.',
      'Une formation aux gestes de premiers secours est proposée le 14 ; douze places.',
      'Le budget participatif a retenu trois projets, dont la plantation d’une haie.',
      'Les vestiaires de la piscine sont fermés jusqu’à vendredi pour réfection du carrelage.',
      'Pensez à signaler les nids-de-poule que vous voyez : une photo et l’adresse suffisent.'],
      k * 10 + s, 17) as sentence) sentences
 group by k;
alter table text_of add search tsvector;
update text_of set search = setweight(to_tsvector('public.viaduc_fr', regexp_replace(body, '<[^>]*>', ' ', 'g')), 'B')
                         || setweight(to_tsvector('public.viaduc_words', regexp_replace(body, '<[^>]*>', ' ', 'g')), 'D');
create unique index on text_of (no);

-- Where things are published: most in groups, then services, teams, sites and communes; a few for all.
create temporary table pool as
select circle_id, space_id, share, row_number() over (partition by share order by circle_id) as no, count(*) over (partition by share) as of
  from (select s.circle_id, s.id as space_id, 'group' as share from spaces.space s where s.kind = 'group'
        union all
        select c.id, s.id, 'unit' from circles.circle c left join spaces.space s on s.unit_id::text = c.ref where c.kind = 'unit' and c.head_count > 0 and c.ref <> '1'
        union all
        select c.id, null, 'place' from circles.circle c where c.kind in ('site', 'commune') and c.head_count > 0
        union all
        select c.id, null, 'agents' from circles.circle c where c.kind = 'agents'
        union all
        select c.id, (select id from spaces.space where kind = 'network' order by id limit 1), 'everyone' from circles.circle c where c.kind = 'everyone') p;
create unique index on pool (share, no);
create temporary table belongs as
select m.circle_id, m.person_id, row_number() over (partition by m.circle_id order by m.person_id) as no, count(*) over (partition by m.circle_id) as of
  from circles.member m join pool p on p.circle_id = m.circle_id where m.person_id > 0;
create unique index on belongs (circle_id, no);
create temporary table crowd as select circle_id, count(*) as heads from belongs group by 1;
analyze text_of; analyze pool; analyze belongs;

create temporary table planned as
select k as id, p.circle_id, p.space_id,
       now() - (pg_temp.n('items') - k) * (interval '400 days' / pg_temp.n('items')) - interval '10 minutes' as at,
       b.person_id as author_id,
       floor(pg_temp.draw(k, 20) ^ 3 * pg_temp.n('comments'))::integer as comments,
       floor(pg_temp.draw(k, 21) ^ 2 * least(c.heads, pg_temp.n('reactions')))::integer as reactions, c.heads
  from generate_series(1, pg_temp.n('items')) k
  cross join lateral (select case when d < 0.66 then 'group' when d < 0.86 then 'unit' when d < 0.96 then 'place' when d < 0.985 then 'agents' else 'everyone' end as share
                        from (select pg_temp.draw(k, 22) as d) d) s
  join (select share, count(*) as of from pool group by share) size on size.share = s.share
  join pool p on p.share = s.share and p.no = 1 + floor(pg_temp.draw(k, 23) ^ 2 * size.of)::bigint
  join crowd c on c.circle_id = p.circle_id
  join belongs b on b.circle_id = p.circle_id and b.no = 1 + floor(pg_temp.draw(k, 19) * c.heads)::bigint
 order by k;
analyze planned;

-- Indexes are made once the rows are there.
create temporary table index_of as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'content' and c.relname in ('item', 'comment', 'reaction', 'placement') and not i.indisunique;
do $$
declare
    x text;
begin
    for x in select name from index_of loop execute 'drop index ' || x; end loop;
end $$;
insert into content.item (id, kind, author_id, circle_id, state, body, excerpt, comment_count, reaction_count, created_at, published_at, active_at, search)
    overriding system value
select i.id, 'post', i.author_id, i.circle_id, 'published', t.body, t.excerpt, i.comments, i.reactions, i.at, i.at, i.at, t.search
  from planned i join text_of t on t.no = 1 + i.id % 2000; -- small, hashed: the order of time stays
insert into posts.post (item_id) select id from planned;
insert into content.placement (item_id, space_id, placed_at) select id, space_id, at from planned where space_id is not null;
update content.placement set pinned_at = placed_at
 where item_id in (select p.item_id from content.placement p join spaces.space s on s.id = p.space_id and s.kind = 'network' order by p.item_id desc limit 2);

insert into content.comment (item_id, author_id, body, created_at)
select i.id, b.person_id, t.body, i.at + k * interval '7 minutes'
  from planned i
  cross join lateral generate_series(1, i.comments) k
  join belongs b on b.circle_id = i.circle_id and b.no = 1 + floor(pg_temp.draw(i.id * 50 + k, 24) * i.heads)::bigint
  join text_of t on t.no = 1 + (i.id * 7 + k) % 2000;
insert into content.reaction (item_id, person_id, kind)
select i.id, b.person_id, pg_temp.pick('{thanks,bravo,useful,support,smile}', i.id + k, 25)
  from planned i
  cross join lateral generate_series(1, i.reactions) k
  join belongs b on b.circle_id = i.circle_id and b.no = k;

do $$
declare
    x text;
begin
    for x in select definition from index_of loop execute x; end loop;
end $$;

set session_replication_role = origin;
do $$
declare
    t text;
begin
    foreach t in array array['people.site', 'people.unit', 'people.mission', 'people.person', 'content.item'] loop
        execute format('select setval(pg_get_serial_sequence(%L, %L), (select max(id) from %s))', t, 'id', t);
    end loop;
end $$;
drop table text_of, pool, belongs, crowd, planned, place, workplace, index_of;
