package fr.viaduc.posts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Drawings;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Changing a post, most of it without any script: all of it, for whom it is, and what stays of what it was. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostEditTest {
    @Autowired
    Town town;

    @Autowired
    Groups groups;

    @Autowired
    Agents agents;

    @Autowired
    Items items;

    @Autowired
    Posts posts;

    @Autowired
    PostRepository repository;

    @Autowired
    Browser browser;

    @Autowired
    Visitor jeanMarc;

    @Autowired
    Visitor odile;

    @Autowired
    Visitor lucie;

    long roads;
    Viewer jeanMarcThevenot;
    Viewer odileMasson;
    Viewer lucieFerrand;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        jeanMarcThevenot = agents.hire("000107", "Jean-Marc", "Thévenot", roads);
        odileMasson = agents.hire("000110", "Odile", "Masson", roads);
        lucieFerrand = agents.hire("000108", "Lucie", "Ferrand", town.unit("Eau", null));
        jeanMarc.signIn("000107", Agents.PASSWORD);
        odile.signIn("000110", Agents.PASSWORD);
        lucie.signIn("000108", Agents.PASSWORD);
    }

    @Test
    void allOfAPostIsChangedAndItsHistoryTellsWhatItWas() {
        jeanMarc.get("/publier");
        jeanMarc.upload(
                "/publications",
                Map.of(
                        "texte", "La lame **neuve** est là.",
                        "audience", roadsAudience(),
                        "lien", "https://lame.example",
                        "lienTitre", "La fiche de la lame",
                        "bravo-saisie", "Odile Masson"),
                Map.of(
                        "photos", new Visitor.Upload("lame.png", "image/png", Drawings.png(64, 48)),
                        "fichiers", new Visitor.Upload("fiche.txt", "text/plain", "La fiche.".getBytes(UTF_8))));
        jeanMarc.submit("#publier", Map.of("photosAlternative", "La lame sur le camion"));
        long post = last(jeanMarcThevenot);

        Document form = edit(post);
        assertThat(form.selectFirst("textarea[name=texte]").wholeText()).isEqualTo("La lame **neuve** est là.");
        assertThat(form.selectFirst("input[name=photosAlternative]").val()).isEqualTo("La lame sur le camion");
        assertThat(form.select("input[name=fichiers][type=hidden]:not([disabled])"))
                .hasSize(1);
        assertThat(form.selectFirst("#lien").val()).isEqualTo("https://lame.example");
        assertThat(form.select("input[name=audience][checked]").eachAttr("value"))
                .containsExactly(roadsAudience());

        String file = form.selectFirst("input[name=fichiersRetirees]").val();
        var shown = jeanMarc.submitOnce(
                "#modifier",
                Map.of(
                        "texte", "La lame est *montée*.",
                        "photosAlternative", "La lame montée sur le camion",
                        "fichiersRetirees", file,
                        "lien", "https://lame.example/pose",
                        "bravoRetirees", String.valueOf(odileMasson.id())));

        assertThat(shown.status()).isEqualTo(303);
        Element card = odile.get("/publications/" + post).page().getElementById("publication-" + post);
        assertThat(card.selectFirst(".rich em").text()).isEqualTo("montée");
        assertThat(card.selectFirst(".post__link").attr("href")).isEqualTo("https://lame.example/pose");
        assertThat(card.text()).doesNotContain("fiche.txt", "Odile Masson");
        assertThat(town.read(
                        odileMasson.id(),
                        "select count(*) from content.attachment where item_id = ? and alternative = 'La lame montée sur le camion'",
                        post))
                .containsExactly(1L);
        assertThat(Superuser.count("files.file where id = " + file))
                .as("what is taken away is erased")
                .isZero();
        assertThat(odile.get("/publications/" + post + "/versions").page().text())
                .contains(
                        "La lame neuve", "La lame sur le camion", "fiche.txt", "https://lame.example)", "Odile Masson");
    }

    @Test
    void whatAPostDoesNotHaveStaysFoldedInItsForm() {
        long plain = publish("Seulement des mots.", roadsAudience());
        assertThat(edit(plain).select("#modifier details[open]")).isEmpty();

        Document polled = edit(poll("Quel camion ?", "Le vert", "Le bleu"));
        assertThat(polled.select("#modifier details[open]").eachAttr("id")).containsExactly("sondage");

        edit(plain);
        var refused = jeanMarc.submitOnce("#modifier", Map.of("lien", "chaumont"));
        assertThat(refused.page().getElementById("lien").closest("details").hasAttr("open"))
                .as("where something is to be mended")
                .isTrue();
    }

    @Test
    void savingWithoutAChangeKeepsNoVersion() {
        long post = publish("Rien ne change.", roadsAudience());
        edit(post);
        jeanMarc.submitOnce("#modifier", Map.of());

        assertThat(Superuser.count("content.revision where item_id = " + post)).isZero();
        assertThat(jeanMarc.get("/publications/" + post).texts(".meta")).noneMatch(meta -> meta.contains("modifié"));
    }

    @Test
    void anotherAudienceIsSavedOnceItsAuthorWasToldWhoGainsAndWhoLosesThePost() {
        long gare = groups.open(jeanMarcThevenot, "Place de la Gare", lucieFerrand);
        long post = publish("Pour la voirie.", roadsAudience());
        edit(post);
        var told = jeanMarc.submitOnce("#modifier", Map.of("audience", "s" + gare));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.page().selectFirst(".note--warning").text())
                .contains("Place de la Gare", "1 personne de plus", "1 personne ne la verra plus", "confirmer");
        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(404);

        assertThat(jeanMarc.submitOnce("#modifier", Map.of()).status()).isEqualTo(303);
        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(200);
        assertThat(odile.get("/publications/" + post).status()).isEqualTo(404);
        assertThat(town.read(lucieFerrand.id(), "select space_id from content.placement where item_id = ?", post))
                .as("and the group shows it")
                .containsExactly(gare);
    }

    @Test
    void whoGainsAPostDoesNotReadWhatItSaidBefore() {
        long post = publish("Ligne de trop : Odile est en congé. Le reste.", roadsAudience());
        edit(post);
        jeanMarc.submitOnce("#modifier", Map.of("texte", "Le reste."));
        edit(post);
        jeanMarc.submitOnce("#modifier", Map.of("audience", agentsAudience()));
        jeanMarc.submitOnce("#modifier", Map.of());

        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(200);
        assertThat(lucie.get("/publications/" + post + "/versions").body()).doesNotContain("Ligne de trop");
        assertThat(town.read(lucieFerrand.id(), "select count(*) from content.revision where item_id = ?", post))
                .as("nor by the database")
                .containsExactly(0L);
        assertThat(odile.get("/publications/" + post + "/versions").body()).contains("Ligne de trop");
    }

    @Test
    void whatOthersCommentedForSomeIsNotOpenedToMore() {
        long post = publish("Qui a la clé ?", roadsAudience());
        odile.get("/publications/" + post);
        odile.submit("#repondre", Map.of("texte", "Entre nous : sous le pot."));
        edit(post);
        var refused =
                jeanMarc.submitOnce("#modifier", Map.of("audience", agentsAudience(), "texte", "Qui a la clef ?"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("audience-error").text()).contains("commenté");
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Qui a la clef ?");
        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(404);
    }

    @Test
    void anAudienceThatOneMayNotAddressIsRefused() {
        long post = publish("Pour la voirie encore.", roadsAudience());
        String water = "c"
                + town.circle(
                        "unit",
                        town.read(jeanMarcThevenot.id(), "select id from people.unit where name = 'Eau'")
                                .getFirst());
        edit(post);
        var refused = jeanMarc.submitOnce("#modifier", Map.of("audience", water));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("audience-error").text()).contains("pour qui");
        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(404);
    }

    @Test
    void aPostForAGroupThatOneLeftStaysForItWhenItsTextChanges() {
        long hiver = groups.open(odileMasson, "Viabilité hivernale", jeanMarcThevenot);
        long post = publish("Sel livré.", "s" + hiver);
        Superuser.run(
                "delete from spaces.member where space_id = " + hiver + " and person_id = " + jeanMarcThevenot.id());
        Document form = edit(post);
        assertThat(form.getElementById("audience").text()).contains("vous ne pouvez plus choisir");

        assertThat(jeanMarc.submitOnce("#modifier", Map.of("texte", "Sel livré ce matin."))
                        .status())
                .isEqualTo(303);
        assertThat(odile.get("/publications/" + post).page().text()).contains("ce matin");
        assertThat(jeanMarc.get("/publications/" + post + "/versions").texts(".rich"))
                .as("its author reads all of its history")
                .contains("Sel livré.");
        assertThat(town.read(odileMasson.id(), "select space_id from content.placement where item_id = ?", post))
                .containsExactly(hiver);
    }

    @Test
    void aPollThatSomebodyAnsweredKeepsItsAnswersAndMayLastLonger() {
        long post = poll("Quel jour ?", "Lundi", "Mardi");
        vote(post, "Lundi");
        Document form = edit(post);
        assertThat(form.select("input[name=reponse]")).isEmpty();
        assertThat(form.getElementById("sondage").text()).contains("Une personne a déjà répondu", "Lundi", "Mardi");

        String later = town.today().plusDays(9).toString();
        assertThat(jeanMarc.submitOnce("#modifier", Map.of("question", "Quelle nuit ?", "jusquau", later))
                        .status())
                .isEqualTo(303);
        assertThat(Superuser.count("posts.poll where question = 'Quel jour ?' and voters = 1 and item_id = " + post
                        + " and closes_at > now() + interval '8 days'"))
                .isOne();
        assertThatThrownBy(() -> town.raw(
                        jeanMarcThevenot.id(), "update posts.poll set question = 'Autre' where item_id = ?", post))
                .isInstanceOf(DataAccessException.class);
        assertThat(town.raw(jeanMarcThevenot.id(), "delete from posts.poll where item_id = ?", post))
                .as("not even by a raw statement")
                .isZero();
    }

    @Test
    void anAnswerGivenWhileItsAuthorWritesIsNotLost() {
        long post = poll("Quelle heure ?", "8 h", "9 h");
        edit(post);
        var typed = Map.of("question", "À quelle heure ?", "texte", "Dites-moi.");
        vote(post, "8 h");
        assertThat(jeanMarc.submitOnce("#modifier", typed).status()).isEqualTo(303);

        assertThat(Superuser.count("posts.poll where question = 'Quelle heure ?' and voters = 1 and item_id = " + post))
                .isOne();
        assertThat(odile.get("/publications/" + post).page().text()).contains("Dites-moi.", "Quelle heure ?");
    }

    @Test
    void anAnswerOfTheVeryMomentHoldsThePollAsItIs() {
        long post = poll("Quel café ?", "Long", "Court");
        Item item = town.as(jeanMarcThevenot.id(), () -> items.get(jeanMarcThevenot, post));
        Post before = Objects.requireNonNull(
                town.as(jeanMarcThevenot.id(), () -> repository.find(jeanMarcThevenot, List.of(post)))
                        .get(post));
        PostForm other = PostForm.of(field -> switch (field) {
            case "question" -> List.of("Quel thé ?");
            case "reponse" -> List.of("Vert", "Noir");
            case "jusquau" -> List.of(town.today().plusDays(3).toString());
            default -> List.of();
        });
        vote(post, "Long");

        assertThatThrownBy(() -> town.as(
                        jeanMarcThevenot.id(),
                        () -> posts.edit(jeanMarcThevenot, item, before, other, null, AcknowledgementEdit.NONE)))
                .isInstanceOf(PollAnswered.class);
        assertThat(Superuser.count("posts.poll where question = 'Quel café ?' and voters = 1 and item_id = " + post))
                .isOne();
    }

    @Test
    void aPollThatNobodyAnsweredIsChangedAndTakenAway() {
        long post = poll("Quel lieu ?", "Nogent", "Langres");
        edit(post);
        jeanMarc.submitOnce("#modifier", Map.of("question", "Quel dépôt ?"));
        assertThat(odile.get("/publications/" + post)
                        .page()
                        .select(".poll legend")
                        .text())
                .isEqualTo("Quel dépôt ?");
        assertThat(odile.get("/publications/" + post + "/versions").page().text())
                .contains("Quel lieu ?");

        edit(post);
        jeanMarc.submitOnce("#modifier", Map.of("question", "", "reponse", "", "texte", "On en reparle."));
        assertThat(odile.get("/publications/" + post).page().select(".poll")).isEmpty();
    }

    @Test
    void aRefusedChangeKeepsWhatWasTypedWithItsErrorsTiedToTheirFields() {
        long post = publish("Un texte.", roadsAudience());
        edit(post);
        var refused = jeanMarc.submitOnce(
                "#modifier", Map.of("texte", "Un **autre** texte.", "lien", "chaumont", "question", "Quel jour ?"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Un **autre** texte.");
        assertThat(refused.page().getElementById("lien").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.page().getElementById("question").val()).isEqualTo("Quel jour ?");
        assertThat(refused.page().select("[data-error-summary] a").eachAttr("href"))
                .contains("#lien", "#reponse-1");
        assertThat(odile.get("/publications/" + post).page().text()).contains("Un texte.");
    }

    @Test
    void whatOneChangedElsewhereIsNotReplacedUnawares() {
        long post = publish("Version une.", roadsAudience());
        edit(post);
        Map<String, String> old = Map.of("texte", "Version trois.", "version", "1");
        jeanMarc.submitOnce("#modifier", Map.of("texte", "Version deux."));
        edit(post);
        var warned = jeanMarc.submitOnce("#modifier", old);

        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.page().getElementById("texte-error").text()).contains("autre page");
        assertThat(warned.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Version trois.");
        assertThat(jeanMarc.submitOnce("#modifier", Map.of()).status()).isEqualTo(303);
        assertThat(odile.get("/publications/" + post).page().text()).contains("Version trois.");
    }

    @Test
    void nobodyChangesWhatIsInThePostOfAnother() {
        long group = groups.open(jeanMarcThevenot, "Sortie en car", odileMasson);
        jeanMarc.get("/publier");
        var posted = jeanMarc.upload(
                "/publications?reponse=Oui&reponse=Non",
                Map.of(
                        "texte",
                        "Merci pour le car.",
                        "audience",
                        "s" + group,
                        "question",
                        "Qui vient ?",
                        "jusquau",
                        town.today().plusDays(3).toString(),
                        "bravo-saisie",
                        "Lucie Ferrand"),
                Map.of("fichiers", new Visitor.Upload("trajet.txt", "text/plain", "Le trajet.".getBytes(UTF_8))));
        assertThat(posted.status()).isEqualTo(303);
        long post = last(jeanMarcThevenot);

        var softly = new SoftAssertions();
        for (String statement : List.of(
                "update posts.post set link = 'https://vol.example' where item_id = ?",
                "update posts.poll set closes_at = now() + interval '1 year' where item_id = ?",
                "delete from posts.poll where item_id = ?",
                "delete from posts.kudos where item_id = ?",
                "delete from content.placement where item_id = ?",
                "delete from content.attachment where item_id = ?",
                "update content.item set circle_id = circle_id where id = ?")) {
            softly.assertThat(town.raw(odileMasson.id(), statement, post))
                    .as(statement)
                    .isZero();
        }
        softly.assertThat(odile.getOnce("/publications/" + post + "/audience").status())
                .isEqualTo(403);
        softly.assertAll();
        assertThat(Superuser.count("posts.kudos where item_id = " + post))
                .as("there was one")
                .isOne();
        assertThat(Superuser.count("content.attachment where item_id = " + post))
                .isOne();
        assertThat(Superuser.count("content.placement where item_id = " + post)).isOne();
    }

    @Test
    void itsAuthorChangesNothingOfItsHistory() {
        long post = publish("Première version.", roadsAudience());
        edit(post);
        jeanMarc.submitOnce("#modifier", Map.of("texte", "Seconde version."));

        for (String statement : List.of(
                "update content.revision set body = '' where item_id = ?",
                "delete from content.revision where item_id = ?")) {
            assertThatThrownBy(() -> town.raw(jeanMarcThevenot.id(), statement, post))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void inABrowserTheAudienceIsToldAsItIsChosenAndAllGoesByKeyboard() {
        groups.open(jeanMarcThevenot, "Chantier du pont", lucieFerrand);
        long post = publish("Le pont est fermé.", roadsAudience());
        var window = browser.open().signIn("000107", Agents.PASSWORD).go("/publications/" + post + "/modifier");
        Page page = window.page();
        assertThat(page.locator("#modifier [contenteditable=true]")).containsText("Le pont est fermé.");
        page.locator("#audience summary").focus();
        page.keyboard().press("Enter");
        page.getByLabel(Pattern.compile("Chantier du pont")).focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#modifier .note--warning")).containsText("1 personne de plus pourra la lire");
        window.looksRight("publication-modifier");
        page.locator("#modifier [contenteditable=true]").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(" Jusqu’à lundi.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer la publication"))
                .focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#toasts")).containsText("modifiée");
        assertThat(page.locator("#publication-" + post)).containsText("Jusqu’à lundi.");
        page.navigate("/publications/" + post + "/versions");
        window.looksRight("publication-versions");
        window.calm();
        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(200);
    }

    private long publish(String text, String audience) {
        jeanMarc.get("/publier");
        assertThat(jeanMarc.submitOnce("#publier", Map.of("texte", text, "audience", audience))
                        .status())
                .isEqualTo(303);
        return last(jeanMarcThevenot);
    }

    private long poll(String question, String one, String other) {
        jeanMarc.get("/publier");
        var posted = jeanMarc.upload(
                "/publications?reponse=" + encode(one) + "&reponse=" + encode(other),
                Map.of(
                        "audience",
                        roadsAudience(),
                        "question",
                        question,
                        "jusquau",
                        town.today().plusDays(3).toString()),
                Map.of());
        assertThat(posted.status()).isEqualTo(303);
        return last(jeanMarcThevenot);
    }

    private void vote(long post, String answer) {
        Document page = odile.get("/publications/" + post).page();
        String choice =
                page.selectFirst(".poll__opt:contains(" + answer + ") input").val();
        odile.submit("#sondage-" + post, Map.of("choix", choice));
    }

    private Document edit(long post) {
        return jeanMarc.get("/publications/" + post + "/modifier").page();
    }

    private String roadsAudience() {
        return "c" + town.circle("unit", roads);
    }

    private String agentsAudience() {
        return "c" + town.circle("agents", null);
    }

    private long last(Viewer author) {
        return town.read(author.id(), "select max(id) from content.item where author_id = " + author.id())
                .getFirst();
    }

    private static String encode(String value) {
        return java.net.URLEncoder.encode(value, UTF_8);
    }
}
