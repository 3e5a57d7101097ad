package fr.viaduc.forum;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.house.House;
import fr.viaduc.people.signin.Accounts;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The pages of the forum: without scripts as a form after another, and in a browser. */
@ViaducTest
@House
@Import(Neighbours.class)
class ForumPagesTest {
    private static final String PASSWORD = "quatre péniches vertes";

    @Autowired
    Neighbours people;

    @Autowired
    Accounts accounts;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Browser browser;

    @BeforeEach
    void theySettleOnce() {
        boolean newcomers = people.roads == 0;
        people.settle();
        if (newcomers) {
            accounts.open(people.everybody().stream().map(one -> one.id()).toList(), PASSWORD);
        }
    }

    @Test
    void lucieAsksAQuestionWithoutScripts() {
        Visitor lucie = as("000111");
        var form = lucie.get("/forum/nouveau?rubrique=informatique");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.page().select("input[name=rubrique][checked]")).hasSize(1);
        assertThat(form.texts("fieldset .hint").toString())
                .contains("sans les élus")
                .contains("élus compris");

        var refused = lucie.submitOnce("form[action=/forum]", Map.of("titre", "Où", "texte", "Dans *quel* bureau ?"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("textarea[name=texte]").text()).isEqualTo("Dans *quel* bureau ?");
        assertThat(refused.page().select("[aria-invalid=true]").attr("name")).isEqualTo("titre");
        assertThat(refused.page().select("#titre-error").text()).contains("cinq lettres");

        var asked = lucie.submit(
                "form[action=/forum]",
                Map.of(
                        "titre",
                        "Où poser la borne du dépôt ?",
                        "texte",
                        "Dans *quel* bureau ?",
                        "etiquettes",
                        "Borne"));
        assertThat(asked.path()).matches("/forum/\\d+-ou-poser-la-borne-du-depot");
        assertThat(asked.texts("h1")).containsExactly("Où poser la borne du dépôt ?");
        assertThat(asked.page().select(".rich em").text()).isEqualTo("quel");
        assertThat(asked.texts(".tag")).containsExactly("Borne");
        assertThat(asked.texts(".badge")).contains("Sans réponse");
        assertThat(asked.page().select(".meta__who").text()).contains("Tous les agents");
    }

    @Test
    void topicsAlikeAreAskedForByAButtonWithoutScripts() {
        people.ask(people.odile, people.agents, "Imprimante du deuxième étage bloquée");
        Visitor lucie = as("000111");
        lucie.get("/forum/nouveau");
        var page = lucie.submitOnce(
                "form[action=/forum]", Map.of("titre", "imprimante bloquee", "texte", "Encore.", "proches", "1"));
        assertThat(page.page().select("#sujets-proches a").text()).isEqualTo("Imprimante du deuxième étage bloquée");
        assertThat(page.page().select("textarea[name=texte]").text()).isEqualTo("Encore.");
        assertThat(page.page().select(".error-summary")).isEmpty();
    }

    @Test
    void aTopicIsCalledTheSameInItsListInTheFeedAndOnItsPage() {
        long topic = people.ask(people.odile, people.agents, "Qui a le double de la remise");
        Superuser.run("update forum.topic set referred_at = now() where item_id = " + topic);
        Visitor lucie = as("000111");
        var page = lucie.get("/forum/" + topic).page();

        assertThat(page.select("main header .badge").text()).isEqualTo("Attend le référent");
        assertThat(lucie.get("/forum")
                        .page()
                        .select("#sujet-" + topic + " .badge")
                        .text())
                .isEqualTo("Attend le référent");
        assertThat(lucie.get("/")
                        .page()
                        .select("#publication-" + topic + " .badge")
                        .text())
                .isEqualTo("Attend le référent");

        String foot = "#pied-" + topic + " a.act";
        assertThat(page.select(foot).text()).isEqualTo("Répondre");
        people.reply(people.jeanMarc, topic, "Au garage.");
        people.reply(people.lucie, topic, "Merci.");
        assertThat(lucie.get("/forum/" + topic).page().select(foot).text()).isEqualTo("2 réponses");
        assertThat(lucie.get("/").page().select(foot).text()).isEqualTo("2 réponses");
    }

    @Test
    void aWrongSlugLeadsToTheRightAddress() {
        long topic = people.ask(people.odile, people.agents, "Clé perdue");
        Visitor lucie = as("000111");
        assertThat(lucie.getOnce("/forum/" + topic).location()).endsWith("/forum/" + topic + "-cle-perdue");
        assertThat(lucie.getOnce("/forum/" + topic + "-autre?vers=fin").location())
                .endsWith("/forum/" + topic + "-cle-perdue?vers=fin");
        assertThat(lucie.getOnce("/forum/" + topic + "-cle-perdue").status()).isEqualTo(200);
        assertThat(as("E0001").getOnce("/forum/" + topic + "-cle-perdue").status())
                .as("an elected official")
                .isEqualTo(404);
    }

    @Test
    void odileQuotesLucieWithoutScripts() {
        long topic = people.ask(people.odile, people.agents, "Qui connaît la procédure");
        long reply = people.reply(people.lucie, topic, "Elle est *affichée* en salle 2.");
        Visitor odile = as("000112");
        var page = odile.get("/forum/" + topic);
        var link = page.page().select("#commentaire-" + reply + " a[href*=citer]");
        assertThat(link.attr("href")).endsWith("?citer=" + reply + "#repondre");
        assertThat(page.page().select("#sujet a[href*=citer]").attr("href")).endsWith("?citer=sujet#repondre");
        var form = odile.get(link.attr("href"));
        String typed = form.page().select("#repondre textarea").text();
        assertThat(typed).startsWith("> [Lucie Ferrand](/forum/" + topic);
        var sent = odile.submit("#repondre", Map.of("texte", typed + "Merci !"));
        assertThat(sent.uri().getQuery()).startsWith("reponse=");
        var quote = sent.page().select("#reponses blockquote").last();
        assertThat(quote).isNotNull();
        assertThat(quote.text()).contains("Lucie Ferrand a écrit").contains("Elle est affichée en salle 2.");
        assertThat(quote.select("a").attr("href")).endsWith("?reponse=" + reply + "#commentaire-" + reply);
    }

    @Test
    void theAcceptedAnswerStandsFirst() {
        long topic = people.ask(people.odile, people.agents, "Quel numéro pour l’astreinte");
        people.reply(people.jeanMarc, topic, "Le 17 ?");
        long good = people.reply(people.lucie, topic, "Le 4210.");
        Visitor odile = as("000112");
        odile.get("/forum/" + topic);
        var page = odile.submit("#commentaire-" + good + " button[formaction$=reponse-retenue]", Map.of());
        assertThat(page.texts(".answer--ok h2")).containsExactly("Réponse retenue par Odile Masson");
        assertThat(page.page().select(".answer--ok #commentaire-" + good)).hasSize(1);
        assertThat(page.page().select("#reponses .comment")).hasSize(1);
        assertThat(page.texts("#reponses-titre")).containsExactly("1 autre réponse");
        assertThat(as("000107").get("/forum/" + topic).page().select("[formaction$=reponse-retenue]"))
                .as("somebody else")
                .isEmpty();
    }

    @Test
    void anEmptyReplyIsRefusedAndALostSessionLosesNothing() {
        long topic = people.ask(people.odile, people.agents, "Réponse vide");
        Visitor lucie = as("000111");
        lucie.get("/forum/" + topic);
        var refused = lucie.submitOnce("#repondre", Map.of("texte", "   "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts("#texte-error")).singleElement().asString().contains("Écrivez votre réponse");

        lucie.get("/forum/" + topic);
        people.superuser(
                "update people.session set seen_at = now() - interval '2 days' where person_id = " + people.lucie.id());
        var lost = lucie.submit("#repondre", Map.of("texte", "Ce que je voulais dire."));
        assertThat(lost.path()).isEqualTo("/connexion");
        var back = lucie.signIn("000111", PASSWORD);
        assertThat(back.path()).isEqualTo("/connexion/reprise");
        var sent = lucie.submit("form[action^=/forum/]", Map.of());
        assertThat(sent.texts("#reponses .comment")).singleElement().asString().contains("Ce que je voulais dire.");
    }

    @Test
    void aLongDiscussionIsReadPageByPageAndAReplyIsFoundWhereverItStands() {
        long topic = people.ask(people.odile, people.agents, "Très longue discussion");
        var replies = new java.util.ArrayList<Long>();
        for (int i = 1; i <= 45; i++) {
            replies.add(people.reply(people.jeanMarc, topic, "Réponse " + i + "."));
        }
        Visitor lucie = as("000111");
        var first = lucie.get("/forum/" + topic);
        assertThat(first.page().select("#reponses > .comment")).hasSize(20);
        var second = lucie.get(first.page().select(".load-more a").attr("href"));
        assertThat(second.page().select("#reponses > .comment").first().text()).contains("Réponse 21.");
        var back = lucie.get(second.page().select(".load-more a").first().attr("href"));
        assertThat(back.page().select("#reponses > .comment").first().text()).contains("Réponse 1.");
        assertThat(lucie.get("/forum/" + topic + "?vers=fin")
                        .page()
                        .select("#reponses > .comment")
                        .last()
                        .text())
                .contains("Réponse 45.");
        assertThat(lucie.get("/forum/" + topic + "?reponse=" + replies.get(41))
                        .page()
                        .select("#commentaire-" + replies.get(41)))
                .hasSize(1);
        people.reply(people.odile, topic, "La dernière.");
        var unread = lucie.get("/forum/" + topic + "?vers=non-lu");
        assertThat(unread.page().select("#reponses > .comment").first().text())
                .contains("La dernière.")
                .contains("Nouvelle");
        assertThat(lucie.get("/forum/" + topic + "?vers=fin").page().select("#reponses .badge"))
                .isEmpty();
    }

    @Test
    void beforeMovingThePageSaysWhoWillSee() {
        long topic = people.ask(people.odile, people.agents, "Sujet à montrer aux élus");
        people.reply(people.lucie, topic, "D’accord.");
        Visitor moderator = as("000114");
        var page = moderator.get("/forum/" + topic + "/deplacement?vers=" + people.everyones);
        assertThat(page.texts(".note--warning"))
                .singleElement()
                .asString()
                .contains("1 personne de plus verra ce sujet. La réponse déjà écrite")
                .contains("élus compris");
        var moved = moderator.submit("form[method=post][action$=deplacement]", Map.of());
        assertThat(moved.texts(".crumbs a")).contains("Vie des communes");
        assertThat(as("E0001").get("/forum/" + topic).status()).isEqualTo(200);
    }

    @Test
    void topicsAreJoinedAndSplitWithoutScripts() {
        long kept = people.ask(people.odile, people.agents, "Panne de la chaudière du dépôt");
        long joined = people.ask(people.jeanMarc, people.agents, "Chaudière du dépôt en panne");
        Visitor moderator = as("000114");
        var choice = moderator.get("/forum/" + joined + "/fusion");
        assertThat(choice.page().select("input[name=vers]").eachAttr("value")).contains(String.valueOf(kept));
        moderator.get("/forum/" + joined + "/fusion?vers=" + kept);
        var one = moderator.submit("form[method=post][action$=fusion]", Map.of());
        assertThat(one.path()).isEqualTo("/forum/" + kept + "-panne-de-la-chaudiere-du-depot");
        assertThat(as("000111").get("/forum/" + joined + "-x").path())
                .as("the old address")
                .isEqualTo("/forum/" + kept + "-panne-de-la-chaudiere-du-depot");

        moderator.get("/forum/" + kept + "/scission");
        var refused = moderator.submitOnce("form[method=post][action$=scission]", Map.of("titre", "Non"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a")).hasSize(2);
        String reply = refused.page().select("input[name=reponses]").attr("value");
        var split = moderator.submit(
                "form[method=post][action$=scission]", Map.of("titre", "Encore la chaudière", "reponses", reply));
        assertThat(split.texts("h1")).containsExactly("Encore la chaudière");
        assertThat(split.texts("#lies ~ ul a")).isEmpty();
        assertThat(split.page().select("section[aria-labelledby=lies] a").text())
                .isEqualTo("Panne de la chaudière du dépôt");
    }

    @Test
    void theReferentFindsWhatWaitsForThem() {
        long topic = people.ask(people.odile, people.roadsOnly, "Qui refait le marquage");
        people.town.raw(
                people.odile.id(),
                "update content.item set published_at = now() - interval '5 days' where id = ?",
                topic);
        people.town
                .database()
                .sql("select item_id from forum.refer_unanswered()")
                .query(Long.class)
                .list();

        var page = as("000135").get("/forum?liste=a-repondre");
        assertThat(page.texts(".toolbar .chip")).anyMatch(chip -> chip.startsWith("À répondre ("));
        assertThat(page.texts(".topic h3")).contains("Qui refait le marquage");
        assertThat(as("000107").get("/forum").texts(".toolbar .chip")).noneMatch(chip -> chip.startsWith("À répondre"));
    }

    @Test
    void theForumIsSearchedAndWhatIsTypedIsShownAsText() {
        long topic = people.ask(people.odile, people.agents, "Déneigement des quais");
        people.reply(people.lucie, topic, "Il faut de la **pouzzolane** sur les rampes.");
        Visitor lucie = as("000111");
        var page = lucie.get("/forum?q=pouzzolanes");
        assertThat(page.texts(".result h3")).containsExactly("Déneigement des quais");
        assertThat(page.texts(".result mark")).containsExactly("pouzzolane");
        var odd = lucie.get("/forum?q=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(odd.status()).isEqualTo(200);
        assertThat(odd.page().select("main script")).isEmpty();
        assertThat(lucie.get("/recherche?q=quais").texts(".result")).anyMatch(text -> text.contains("Sujet du forum"));
    }

    @Test
    void mathieuOpensACategoryAndItSaysWhoSeesIt() {
        Visitor mathieu = as("000128");
        mathieu.get("/administration/forum/nouvelle");
        var refused = mathieu.submitOnce("form[action=/administration/forum]", Map.of("nom", "", "jours", "90"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a")).hasSize(3);
        String everyone = refused.page().select("select[name=audience] option").stream()
                .filter(option -> option.text().startsWith("Tout le monde"))
                .findFirst()
                .orElseThrow()
                .attr("value");
        var saved = mathieu.submit(
                "form[action=/administration/forum]",
                Map.of("nom", "Prêt de matériel", "jours", "3", "audience", everyone, "matricule", "000135"));
        assertThat(saved.path()).isEqualTo("/administration/forum");
        assertThat(saved.texts("td")).anyMatch(cell -> cell.contains("Tout le monde") && cell.contains("élus compris"));
        var page = as("E0001").get("/forum/rubriques/pret-de-materiel");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.texts(".meta").toString()).contains("Aurore Demange");
        assertThat(as("000111").getOnce("/administration/forum").status()).isEqualTo(403);
        assertThat(as("000111").getOnce("/forum/rubriques/voirie").status()).isEqualTo(404);
    }

    @Test
    void topicsAlikeComeUpWhileLucieTypes() {
        people.ask(people.odile, people.agents, "Téléphone partagé de la benne");
        Page page =
                browser.open().signIn("000111", PASSWORD).go("/forum/nouveau").page();
        page.getByLabel("Votre question, en une ligne").pressSequentially("telefone partage");
        assertThat(page.locator("#sujets-proches a")).hasText("Téléphone partagé de la benne");
        assertThat(page.getByText("Chercher les sujets proches")).isHidden();
    }

    @Test
    void aQuoteGoesInTheFormThatIsOnThePageAndTheReplyIsAddedToTheDiscussion() {
        long topic = people.ask(people.odile, people.agents, "Citer sans quitter la page");
        long reply = people.reply(people.odile, topic, "Ce qu’il faut citer.");
        var window = browser.open().signIn("000111", PASSWORD).go("/forum/" + topic);
        Page page = window.page();
        var editor = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Votre réponse"));
        editor.click();
        page.keyboard().type("Bonjour.");
        page.locator("#commentaire-" + reply + " a.act[href*=citer]").click();
        assertThat(editor.locator("blockquote")).containsText("Odile Masson a écrit");
        page.keyboard().type("Et merci.");
        page.locator("#repondre")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Répondre"))
                .click();
        var added = page.locator("#reponses > .comment").nth(1);
        assertThat(added).containsText("Bonjour.");
        assertThat(added).containsText("Et merci.");
        assertThat(added.locator("blockquote a")).hasText("Odile Masson");
        assertThat(editor).hasText("");
        added.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Merci"))
                .click();
        assertThat(added.locator("a.act[href*=citer]")).isVisible();
        window.calm();
    }

    @Test
    void everyPageIsAccessibleInBothThemesAndFitsAPhone() {
        long topic = people.ask(people.odile, people.agents, "Accessible à tous");
        long reply = people.reply(people.lucie, topic, "Oui.\n\n> Une citation\n\n- un\n- deux");
        people.reply(people.jeanMarc, topic, "Non.");
        people.run(people.odile, () -> forum().accept(people.odile, topic, reply));
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var window = browser.open(
                            new NewContextOptions().setViewportSize(320, 700).setColorScheme(theme))
                    .signIn("000114", PASSWORD);
            for (String path : List.of(
                    "/forum",
                    "/forum?liste=non-lus",
                    "/forum?q=accessible",
                    "/forum/nouveau",
                    "/forum/" + topic,
                    "/forum/" + topic + "/deplacement?vers=" + people.everyones,
                    "/forum/" + topic + "/fusion",
                    "/forum/" + topic + "/scission",
                    "/forum/rubriques/informatique")) {
                window.go(path).axe().fitsItsWidth();
            }
            window.calm();
            var admin = browser.open(
                            new NewContextOptions().setViewportSize(320, 700).setColorScheme(theme))
                    .signIn("000128", PASSWORD);
            admin.go("/administration/forum").axe().fitsItsWidth();
            admin.go("/administration/forum/nouvelle").axe().fitsItsWidth();
        }
    }

    @Autowired
    private Forum forum;

    private Forum forum() {
        return forum;
    }

    private Visitor as(String staffNumber) {
        Visitor visitor = visitors.getObject();
        visitor.signIn(staffNumber, PASSWORD);
        return visitor;
    }
}
