package fr.viaduc.posts;

import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.ObjectProvider;

/** Jean-Marc and Lucie who write, Karim who moderates: each at a browser without scripts. */
final class PostAuthors {
    private final Town town;
    final Visitor jeanMarc;
    final Visitor lucie;
    final Visitor karim;
    final long roads;
    final Viewer jeanMarcThevenot;
    final Viewer lucieFerrand;

    PostAuthors(Town town, Agents agents, ObjectProvider<Visitor> visitors) {
        this.town = town;
        roads = town.unit("Voirie", null);
        jeanMarcThevenot = agents.hire("000107", "Jean-Marc", "Thévenot", roads);
        lucieFerrand = agents.hire("000108", "Lucie", "Ferrand", town.unit("Eau", null));
        agents.hire("000109", "Karim", "Belkacem", roads, Role.MODERATOR);
        jeanMarc = signedIn(visitors, "000107");
        lucie = signedIn(visitors, "000108");
        karim = signedIn(visitors, "000109");
        // As if Karim had also given the second proof that moderators owe.
        town.run("update people.session set second_factor_at = now()");
    }

    private static Visitor signedIn(ObjectProvider<Visitor> visitors, String staffNumber) {
        Visitor visitor = visitors.getObject();
        visitor.signIn(staffNumber, Agents.PASSWORD);
        return visitor;
    }

    static Document home(Visitor visitor) {
        return visitor.get("/").page();
    }

    long publish(String text) {
        jeanMarc.get("/publier");
        jeanMarc.submit("#publier", Map.of("texte", text, "audience", "c" + town.circle("agents", null)));
        return newest();
    }

    long newest() {
        return town.read(
                        jeanMarcThevenot.id(),
                        "select max(id) from content.item where author_id = " + jeanMarcThevenot.id())
                .getFirst();
    }
}
