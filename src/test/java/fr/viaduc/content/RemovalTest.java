package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** What a moderator removed: its author reads when and why, and nobody else reads anything. */
@ViaducTest
@Import({Town.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovalTest {
    @Autowired
    Town town;

    @Autowired
    Agents agents;

    @Autowired
    Browser browser;

    @Autowired
    Visitor jeanMarc;

    @Autowired
    Visitor lucie;

    @Autowired
    Visitor karim;

    Viewer jeanMarcThevenot;
    Viewer lucieFerrand;
    Viewer karimBelkacem;

    @BeforeAll
    void people() {
        long roads = town.unit("Voirie", null);
        jeanMarcThevenot = agents.hire("000107", "Jean-Marc", "Thévenot", roads);
        lucieFerrand = agents.hire("000108", "Lucie", "Ferrand", roads);
        karimBelkacem = agents.hire("000109", "Karim", "Belkacem", roads, Role.MODERATOR);
        jeanMarc.signIn("000107", Agents.PASSWORD);
        lucie.signIn("000108", Agents.PASSWORD);
        karim.signIn("000109", Agents.PASSWORD);
        // As if Karim had also given the second proof that moderators owe.
        town.run("update people.session set second_factor_at = now()");
    }

    @Test
    void itsAuthorReadsWhenAndWhyAndTheirOwnWordsAndNobodyElseAnything() {
        long post = reported("Les élus dorment.");
        decide(post, "Contraire à la charte : visez les faits.");

        var page = jeanMarc.get("/publications/" + post);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().selectFirst("main").text())
                .contains("a été retirée", "visez les faits", "Les élus dorment.", "contestez", "Publiée le")
                .doesNotContain("Lucie Ferrand", "Karim Belkacem");
        for (Visitor other : List.of(lucie, karim)) {
            assertThat(other.get("/publications/" + post).status()).isEqualTo(404);
        }
        for (Viewer other : List.of(lucieFerrand, karimBelkacem)) {
            assertThat(town.read(other.id(), "select id from content.item where id = ?", post))
                    .as("nor by the database")
                    .isEmpty();
        }
    }

    @Test
    void theHomePageSaysSoToItsAuthorWithoutTheReportersNameUntilTheyHaveReadWhy() {
        long post = reported("Un mot de trop.");
        decide(post, "Blessant pour une collègue.");

        Document home = jeanMarc.get("/").page();
        assertThat(home.selectFirst("a[href='/publications/" + post + "']")
                        .closest(".note")
                        .text())
                .contains("a été retirée par la modération")
                .doesNotContain("Lucie");
        assertThat(lucie.get("/").page().select("a[href='/publications/" + post + "']"))
                .isEmpty();
        jeanMarc.get("/publications/" + post);
        jeanMarc.submit("form[action$=retrait]", Map.of());
        assertThat(jeanMarc.get("/").page().select("a[href='/publications/" + post + "']"))
                .isEmpty();
        assertThat(jeanMarc.get("/publications/" + post).page().text())
                .as("it can still be read again")
                .contains("Blessant pour une collègue.");
    }

    @Test
    void thePageOfARemovalLooksRight() {
        long post = reported("Une phrase qui fâche.");
        decide(post, "Visez les faits.");
        var window = browser.open().signIn("000107", Agents.PASSWORD).go("/");
        window.page().locator("a[href='/publications/" + post + "']").click();
        window.page().locator("form[action$=retrait]").waitFor();
        window.looksRight("publication-retiree").calm();
        long comment = comment(publish("Une idée ?"), "Une de plus qui fâche.");
        long on = town.read(jeanMarcThevenot.id(), "select item_id from content.comment where id = ?", comment)
                .getFirst();
        reportComment(on, comment);
        karim.get("/administration/moderation");
        karim.submit("article:contains(Une de plus) form", Map.of("retirer", "true", "reponse", "Visez les faits."));
        window.go("/publications/" + on + "/commentaires/" + comment + "/retrait")
                .looksRight("commentaire-retire")
                .calm();
        long report = town.read(lucieFerrand.id(), "select max(id) from content.report where item_id = ?", on)
                .getFirst();
        browser.open()
                .signIn("000108", Agents.PASSWORD)
                .go("/signalements/" + report)
                .looksRight("signalement-traite")
                .calm();
    }

    @Test
    void aCommentKeepsItsTextForItsAuthorWithTheReasonAndForNobodyElse() {
        long post = publish("Qui a pris la clé ?");
        long comment = comment(post, "Toujours les mêmes voleurs.");
        reportComment(post, comment);
        karim.get("/administration/moderation");
        karim.submit(
                "article:contains(Toujours les mêmes) form",
                Map.of("retirer", "true", "reponse", "N’accusez personne."));

        String address = "/publications/" + post + "/commentaires/" + comment + "/retrait";
        assertThat(jeanMarc.get("/")
                        .page()
                        .selectFirst("a[href='" + address + "']")
                        .closest(".note")
                        .text())
                .contains("Votre commentaire", "retiré par la modération")
                .doesNotContain("Lucie");
        assertThat(jeanMarc.get(address).page().selectFirst("main").text())
                .contains("a été retiré", "N’accusez personne.", "Toujours les mêmes voleurs.", "contestez")
                .doesNotContain("Lucie Ferrand", "Karim Belkacem");
        for (Visitor other : List.of(lucie, karim)) {
            assertThat(other.get(address).status()).isEqualTo(404);
            assertThat(other.get("/publications/" + post).body()).doesNotContain("Toujours les mêmes");
        }
        for (Viewer other : List.of(lucieFerrand, karimBelkacem)) {
            assertThat(town.read(other.id(), "select comment_id from content.withdrawal where comment_id = ?", comment))
                    .as("nor by the database")
                    .isEmpty();
        }

        jeanMarc.get(address);
        jeanMarc.submit("form[action$=retrait]", Map.of());
        assertThat(jeanMarc.get("/").page().select("a[href='" + address + "']")).isEmpty();
        assertThat(jeanMarc.get(address).page().text()).contains("N’accusez personne.");
    }

    @Test
    void aCommentThatWasRemovedStaysRemoved() {
        long post = publish("Et la remise ?");
        long comment = comment(post, "Je le redirai.");
        reportComment(post, comment);
        karim.get("/administration/moderation");
        karim.submit("article:contains(Je le redirai) form", Map.of("retirer", "true", "reponse", "Non."));

        assertThat(town.raw(
                        jeanMarcThevenot.id(),
                        "update content.comment set removed_at = null, body = '<p>Je le redis.</p>' where id = ?",
                        comment))
                .isZero();
        for (String statement : List.of(
                "update content.withdrawal set reason = '' where comment_id = ?",
                "delete from content.withdrawal where comment_id = ?")) {
            assertThatThrownBy(() -> town.raw(jeanMarcThevenot.id(), statement, comment))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(lucie.get("/").status()).isEqualTo(200);
        assertThat(lucie.post("/publications/" + post + "/commentaires/" + comment + "/retrait", Map.of())
                        .status())
                .as("nobody says that another has read")
                .isEqualTo(404);
    }

    @Test
    void whoReportedIsToldWhatBecameOfItAndNobodyElseIs() {
        long kept = reported("Le café est froid.");
        karim.get("/administration/moderation");
        karim.submit(
                "article:contains(Le café est froid) form",
                Map.of("retirer", "false", "reponse", "Une opinion, dite poliment."));
        long report = town.read(lucieFerrand.id(), "select id from content.report where item_id = ?", kept)
                .getFirst();
        String address = "/signalements/" + report;

        assertThat(lucie.get("/")
                        .page()
                        .selectFirst("a[href='" + address + "']")
                        .closest(".note")
                        .text())
                .contains("répondu à votre signalement");
        assertThat(lucie.get(address).page().selectFirst("main").text())
                .contains("reste en place", "Une opinion, dite poliment.", "C’est blessant.")
                .doesNotContain("Karim Belkacem");
        for (Visitor other : List.of(jeanMarc, karim)) {
            assertThat(other.get("/").page().select("a[href='" + address + "']"))
                    .isEmpty();
            assertThat(other.get(address).status()).isEqualTo(404);
            assertThat(other.post(address, Map.of()).status()).isEqualTo(404);
        }

        lucie.get(address);
        lucie.submit("form[action='" + address + "']", Map.of());
        assertThat(lucie.get("/").page().select("a[href='" + address + "']")).isEmpty();
        assertThat(lucie.get(address).page().text()).contains("Une opinion, dite poliment.");
    }

    @Test
    void aReportThatWaitsHasNoAnswerYet() {
        long post = reported("On verra bien.");
        long report = town.read(lucieFerrand.id(), "select id from content.report where item_id = ?", post)
                .getFirst();

        assertThat(lucie.get("/signalements/" + report).status()).isEqualTo(404);
        lucie.get("/");
        assertThat(lucie.post("/signalements/" + report, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void nobodySaysThatAnotherHasRead() {
        long post = reported("Encore un mot de trop.");
        decide(post, "Non.");
        lucie.get("/");

        assertThat(lucie.post("/publications/" + post + "/retrait", Map.of()).status())
                .isEqualTo(404);
        assertThat(town.raw(jeanMarcThevenot.id(), "update content.item set state = 'published' where id = ?", post))
                .as("nor does its author publish it again")
                .isZero();
    }

    @Test
    void whatItsAuthorTookAwayThemselvesIsGoneForThemToo() {
        long post = publish("Je me suis trompé.");
        jeanMarc.get("/publications/" + post);
        jeanMarc.submit("button[formaction$=suppression]", Map.of());

        assertThat(jeanMarc.get("/publications/" + post).status()).isEqualTo(404);
    }

    @Test
    void nothingIsRemovedWithoutAReason() {
        long post = reported("Qu’est-ce qu’on attend ?");
        karim.get("/administration/moderation");
        var refused = karim.submit(
                "article:contains(Qu’est-ce qu’on attend) form", Map.of("retirer", "true", "reponse", "  "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()
                        .selectFirst("article:contains(Qu’est-ce qu’on attend) .error")
                        .text())
                .contains("pourquoi");
        assertThat(lucie.get("/publications/" + post).status()).isEqualTo(200);
    }

    @Test
    void anAuthorDoesNotWriteTheReasonOfARemoval() {
        long post = reported("Ma version des faits.");
        decide(post, "Diffamatoire.");

        assertThat(town.raw(jeanMarcThevenot.id(), "update content.item set removal_reason = '' where id = ?", post))
                .isZero();
        assertThatThrownBy(() -> town.raw(
                        jeanMarcThevenot.id(), "update content.item set removal_read_at = now() where id = ?", post))
                .isInstanceOf(DataAccessException.class);
    }

    private long publish(String text) {
        jeanMarc.get("/publier");
        jeanMarc.submit("#publier", Map.of("texte", text));
        return town.read(
                        jeanMarcThevenot.id(),
                        "select max(id) from content.item where author_id = " + jeanMarcThevenot.id())
                .getFirst();
    }

    /** Jean-Marc comments. */
    private long comment(long post, String text) {
        jeanMarc.get("/publications/" + post);
        jeanMarc.submit("#repondre", Map.of("texte", text));
        return town.read(jeanMarcThevenot.id(), "select max(id) from content.comment where item_id = ?", post)
                .getFirst();
    }

    /** Lucie reports a comment. */
    private void reportComment(long post, long comment) {
        lucie.get("/publications/" + post + "/signalement?commentaire=" + comment);
        lucie.submit("form[action$=signalement]", Map.of("motif", "hurtful"));
    }

    private long reported(String text) {
        long post = publish(text);
        lucie.get("/publications/" + post + "/signalement");
        lucie.submit("form[action$=signalement]", Map.of("motif", "hurtful", "precisions", "C’est blessant."));
        return post;
    }

    private void decide(long post, String reason) {
        String text = town.read(jeanMarcThevenot.id(), "select id from content.item where id = ?", post)
                        .isEmpty()
                ? ""
                : town.as(
                        jeanMarcThevenot.id(),
                        () -> town.web()
                                .sql("select excerpt from content.item where id = ?")
                                .param(post)
                                .query(String.class)
                                .single());
        karim.get("/administration/moderation");
        karim.submit("article:contains(" + text + ") form", Map.of("retirer", "true", "reponse", reason));
    }
}
