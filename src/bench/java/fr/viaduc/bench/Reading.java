package fr.viaduc.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/** Reading a long article: 2,000 words, 20 pictures, a table, its comments. */
final class Reading {

    private static final int WARMING = 1_000;
    private static final int READINGS = 500;
    private static final String TITLE = "Un article de mesure";

    private final Server server;
    private final Network network;

    Reading(Server server, Network network) {
        this.server = server;
        this.network = network;
    }

    /** The article's page; it is written the first time. Whoever may publish is not what is measured. */
    static String address(Network network) throws SQLException, IOException {
        String find = "select id from content.item where kind = 'article' and title = '" + TITLE + "'";
        if (network.text(find).isEmpty()) {
            network.run("""
                    set session_replication_role = replica;
                    insert into files.object (id, digest, size, wrapped_key, key_id, created_at)
                    values ('00000000-0000-4000-8000-0000000a7c1e', decode(repeat('a7', 32), 'hex'), 200000, '', '', now())
                    on conflict do nothing;
                    with author as (select min(id) as id from people.person),
                    pictures as (
                        insert into files.file (object_id, owner_id, name, media_type, size, width, height, state, purpose, created_at, kept_at)
                        select '00000000-0000-4000-8000-0000000a7c1e', author.id, 'mesure.jpg', 'image/jpeg', 200000, 960, 640, 'ready',
                               'picture', now(), now()
                          from author, generate_series(1, 20) returning id),
                    numbered as (select id, row_number() over (order by id) as n from pictures),
                    words as (
                        select string_agg(case when n %% 10 = 1 then '<h2>Partie ' || n || '</h2>' else '' end
                               || '<p>' || repeat('La lame biaise est montée depuis hier matin au dépôt de Nogent. ', 8) || '</p>'
                               || '<figure><img src="/fichiers/' || id || '/medium/mesure.jpg" alt="Une lame de déneigement" width="960" height="640" loading="lazy" /><figcaption>La lame ' || n || '</figcaption></figure>',
                               '' order by n) || '<table><tbody><tr><th scope="col">Jour</th></tr><tr><td>lundi</td></tr></tbody></table>' as body
                          from numbered),
                    made as (
                        insert into content.item (kind, author_id, circle_id, state, title, excerpt, body, published_at, active_at)
                        select 'article', author.id, c.id, 'published', '%1$s', 'Deux phrases qui donnent envie de lire.', words.body, now(), now()
                          from author, words, circles.circle c where c.kind = 'everyone' returning id),
                    told as (
                        insert into blog.article (item_id, category_id, with_contents, cover_id, words)
                        select made.id, (select min(id) from blog.category), true, (select min(id) from numbered), 2000 from made),
                    carried as (
                        insert into content.attachment (item_id, file_id, kind, position, inline)
                        select made.id, numbered.id, 'file', numbered.n, true from made, numbered)
                    insert into content.comment (item_id, author_id, body)
                    select made.id, author.id, '<p>Merci pour ces nouvelles.</p>' from made, author, generate_series(1, 6)
                    """.formatted(TITLE));
        }
        return "/blog/" + network.text(find);
    }

    String measured() throws IOException, InterruptedException, SQLException {
        String address = address(network);
        Visitor reader = network.visitors(server, 1).getFirst();
        double[] millis = new double[READINGS];
        for (int i = -WARMING; i < READINGS; i++) {
            long start = System.nanoTime();
            int status = reader.status(address);
            if (status != 200) {
                throw new IllegalStateException("The article answered " + status);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return "- lire un article de 2 000 mots et 20 photos (l’un après l’autre, réseau local compris) : médiane %.1f ms, p99 %.1f ms"
                .formatted(millis[READINGS / 2], millis[READINGS * 99 / 100]);
    }
}
