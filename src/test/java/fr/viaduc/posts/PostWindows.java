package fr.viaduc.posts;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Viewer;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;

/** Jean-Marc, Odile and Lucie at real browsers, and where one writes in their pages. */
final class PostWindows {
    static final Pattern SAVED = Pattern.compile("Brouillon enregistré");

    private final Town town;
    private final Browser browser;
    final Visitor odileElsewhere;
    final Visitor jeanMarcElsewhere;
    final long roads;
    final Viewer jeanMarc;
    final Viewer odile;
    final Viewer lucie;

    PostWindows(Town town, Agents agents, Browser browser, ObjectProvider<Visitor> visitors) {
        this.town = town;
        this.browser = browser;
        roads = town.unit("Voirie", null);
        jeanMarc = agents.hire("000107", "Jean-Marc", "Thévenot", roads);
        odile = agents.hire("000108", "Odile", "Masson", roads);
        lucie = agents.hire("000109", "Lucie", "Masson", town.unit("Eau", null));
        odileElsewhere = visitors.getObject();
        odileElsewhere.signIn("000108", Agents.PASSWORD);
        jeanMarcElsewhere = visitors.getObject();
        jeanMarcElsewhere.signIn("000107", Agents.PASSWORD);
    }

    /** She publishes nothing: no draft of hers waits. */
    Browser.Window lucieAt(String address) {
        Superuser.run("delete from content.draft");
        return browser.open().signIn("000109", Agents.PASSWORD).go(address);
    }

    /** Where one writes: the textarea, then the editor that takes its place. */
    static Locator field(Page page, String form) {
        return page.locator(form + " .editor :is(textarea:not([hidden]), [contenteditable=true])");
    }

    /** The editor itself, which comes once one begins to write. */
    static Locator editor(Page page, String form) {
        return page.locator(form + " [contenteditable=true]");
    }

    /** The textarea, which keeps what is written whether the editor is there or not. */
    static Locator written(Page page, String form) {
        return page.locator(form + " textarea[name=texte]");
    }

    /** What is said of the draft. */
    static Locator status(Page page) {
        return page.locator("#publier [data-draft-target=status]");
    }

    /** The session of the window that this person opened last comes to its end. */
    void endSession(Viewer person) {
        Superuser.run(
                "update people.session set absolute_until = now() - interval '1 hour' where id = (select max(id) from people.session where person_id = %d)"
                        .formatted(person.id()));
    }

    /** Odile publishes, elsewhere. */
    long publish(String text, String audience) {
        odileElsewhere.get("/publier");
        odileElsewhere.submit("#publier", Map.of("texte", text, "audience", audience));
        return town.read(odile.id(), "select max(id) from content.item where author_id = " + odile.id())
                .getFirst();
    }

    /** The newest item. */
    long newest() {
        return town.read(odile.id(), "select max(id) from content.item").getFirst();
    }

    /** Opens the home page, and waits until it listens to what is published. */
    static void listen(Page page) {
        page.waitForResponse("**/flux", () -> page.navigate("/"));
    }

    Browser.Window jeanMarcAt(String address) {
        Superuser.run("delete from content.draft");
        return browser.open().signIn("000107", Agents.PASSWORD).go(address);
    }

    static void signIn(Page page) {
        page.locator("input[name=identifier]").fill("000107");
        page.locator("input[name=password]").fill(Agents.PASSWORD);
        page.locator("form:has(input[name=password]) button[type=submit]")
                .first()
                .click();
    }

    static Locator publishButton(Page page) {
        return page.locator("#publier .composer__bar button[type=submit]");
    }

    long publish(String text) {
        return publish(text, "c" + town.circle("agents", null));
    }

    long poll() {
        odileElsewhere.get("/publier");
        odileElsewhere.upload(
                "/publications?reponse=Lundi&reponse=Mardi",
                Map.of(
                        "audience",
                        "c" + town.circle("agents", null),
                        "question",
                        "Quel jour pour le repas ?",
                        "jusquau",
                        town.today().plusDays(3).toString()),
                Map.of());
        return town.read(odile.id(), "select max(item_id) from posts.poll").getFirst();
    }

    void pin(long item) {
        Superuser.run(
                "insert into content.placement (item_id, space_id, pinned_at) select %d, min(id), now() from spaces.space where kind = 'network'"
                        .formatted(item));
    }
}
