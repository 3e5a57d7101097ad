-- A hundred thousand topics on the generated network, always the same: run by the superuser of the embedded server.
-- Half are for all agents, half for services that few people belong to. Words are drawn as people use them: some are in
-- one title out of three, most are rare.

create function pg_temp.draw(number bigint, salt bigint) returns double precision language sql immutable parallel safe
    return (hashint8extended(number, salt) & 4294967295)::double precision / 4294967296;

create temporary table vocabulary as
select w, row_number() over (order by length(w), w) as no from unnest('{comment,faire,changer,matériel,demande,panne,clé,salle,camion,badge,congé,
prime,gants,hiver,sel,neige,chantier,barrière,panneau,route,trottoir,arbre,taille,tonte,rosier,cimetière,école,cantine,goûter,crèche,parent,
inscription,piscine,bassin,chlore,vestiaire,musique,partition,livre,prêt,lecteur,archive,carton,courrier,signature,délibération,conseil,commission,
convocation,mandat,budget,facture,régie,marché,fournisseur,commande,stock,magasin,outil,échelle,escabeau,casque,chaussure,lunettes,bruit,produit,
étiquette,formation,examen,apprenti,tuteur,planning,astreinte,nuit,heure,récupération,téléphone,imprimante,écran,câble,réseau,mot de passe,messagerie,
logiciel,tableau,fuite,compteur,captage,réservoir,égout,station,benne,collecte,bac,tri,compost,déchèterie,gravats,bus,arrêt,navette,vélo,permis,
cadastre,plan,voirie,enrobé,tranchée,signalisation,marquage,giratoire,pont,viaduc,chaudière,radiateur,isolation,toiture,gouttière,serrure,alarme,
ménage,vitre,poubelle,accueil,guichet,livret,acte,mariage,naissance,décès,élection,isoloir,urne,recensement,fête,sonorisation,tente,banc}'::text[]) w;

set session_replication_role = replica;
insert into forum.category (id, slug, name, circle_id) overriding system value
select 1, 'tous-les-agents', 'Tous les agents', id from circles.circle where kind = 'agents';
insert into forum.category (id, slug, name, circle_id) overriding system value
select 1 + row_number() over (order by id), 'service-' || id, label, id from circles.circle where kind = 'unit' order by id limit 20;

create temporary table asked as
select g, case when g % 2 = 0 then 1 else 2 + (pg_temp.draw(g, 1) * (select count(*) - 1 from forum.category))::integer % (select count(*) - 1 from forum.category)::integer end as category,
       (select string_agg(v.w, ' ' order by s) from generate_series(1, 4 + (pg_temp.draw(g, 2) * 4)::integer) s
          join vocabulary v on v.no = 1 + floor(power(pg_temp.draw(g, 10 + s), 2) * (select count(*) from vocabulary))::integer)
       || ' secteur ' || (pg_temp.draw(g, 3) * 20000)::integer as title
  from generate_series(1, 100000) g;

insert into content.item (id, kind, author_id, circle_id, state, title, body, excerpt, published_at, active_at, search) overriding system value
select 900000000 + a.g, 'topic', 1 + (pg_temp.draw(a.g, 4) * 600)::integer, c.circle_id, 'published', a.title, '<p>Bonjour</p>', 'Bonjour',
       now() - a.g * interval '10 minutes', now() - a.g * interval '10 minutes', to_tsvector('public.viaduc_fr', a.title)
  from asked a join forum.category c on c.id = a.category;
insert into forum.topic (item_id, category_id, active_at, words)
select 900000000 + a.g, a.category, now() - a.g * interval '10 minutes', forum.words(a.title) from asked a;
insert into forum.title_word (circle_id, word, item_id)
select i.circle_id, w, i.id from forum.topic t join content.item i on i.id = t.item_id cross join lateral unnest(t.words) w;
insert into forum.title_slip (circle_id, slip, word)
select distinct k.circle_id, s, k.word
  from (select distinct circle_id, word from forum.title_word) k cross join lateral unnest(forum.slips(k.word)) s;
update forum.category c set topics = (select count(*) from forum.topic t where t.category_id = c.id);
set session_replication_role = origin;
analyze forum.topic; analyze forum.title_word; analyze forum.title_slip; analyze content.item;
