package fr.viaduc.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages under load, by one person at a time and by eight. */
final class Pages {

    private static final int SIGNED_IN = 20;
    private static final int LONGEST_WARMING = 75;

    private final Server server;
    private final Network network;
    private final Bench.Options options;

    Pages(Server server, Network network, Bench.Options options) {
        this.server = server;
        this.network = network;
        this.options = options;
    }

    List<String> measured() throws IOException, InterruptedException, SQLException {
        List<Visitor> visitors = network.visitors(server, SIGNED_IN);
        var lines = new ArrayList<String>();
        lines.add("| page | CPU par requête (dont base) | 1 client | 8 clients | p50 / p95 / p99 à 8 | octets |");
        lines.add("|---|---|---|---|---|---|");
        for (var page : addresses().entrySet()) {
            if (!options.only().isEmpty() && !options.only().contains(page.getKey())) {
                continue;
            }
            int status = visitors.getFirst().status(page.getValue());
            if (status != 200) {
                lines.add("| %s `%s` | pas servie par cette version (%d) | | | | |"
                        .formatted(page.getKey(), page.getValue(), status));
                continue;
            }
            // The first page warms what all share.
            int warming = lines.size() == 2 ? LONGEST_WARMING : LONGEST_WARMING / 3;
            Load eight = Load.settled(server, visitors, page.getValue(), 8, options.seconds(), warming);
            Load one = Load.of(server, visitors, page.getValue(), 1, Math.max(2, options.seconds() / 3));
            lines.add("| %s `%s` | %.2f ms (%.2f) | %.0f/s | %.0f/s | %.0f / %.0f / %.0f ms | %d%s |"
                    .formatted(
                            page.getKey(),
                            page.getValue(),
                            eight.cpuMillis(),
                            eight.databaseMillis(),
                            one.perSecond(),
                            eight.perSecond(),
                            eight.p50(),
                            eight.p95(),
                            eight.p99(),
                            eight.bytes(),
                            one.failures() + eight.failures() == 0
                                    ? ""
                                    : ", **%d échecs**".formatted(one.failures() + eight.failures())));
            Bench.output(lines.getLast());
        }
        lines.add("");
        return lines;
    }

    /** Pages that all the visitors may see: a publication for everyone, with comments. */
    private Map<String, String> addresses() throws SQLException, IOException {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("accueil", "/");
        addresses.put("publication", "/publications/" + network.text("""
                        select i.id from content.item i join circles.circle c on c.id = i.circle_id
                         where c.kind = 'everyone' and i.comment_count between 4 and 8 order by i.id desc limit 1"""));
        addresses.put("article", Reading.address(network));
        addresses.put("annuaire", "/annuaire");
        addresses.put("annuaire-recherche", "/annuaire?q=guyard");
        addresses.put("personne", "/annuaire/personnes/350");
        addresses.put("recherche", "/recherche?q=r%C3%A9union");
        addresses.put(
                "espace",
                "/espaces/" + network.text("select slug from spaces.space where kind = 'service' order by id limit 1"));
        return addresses;
    }
}
