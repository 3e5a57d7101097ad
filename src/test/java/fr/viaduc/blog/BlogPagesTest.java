package fr.viaduc.blog;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.ImageRights;
import fr.viaduc.files.Uploads;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The pages of the blog, as people and their programs ask for them. */
@ViaducTest
@Import({Town.class, Colleagues.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlogPagesTest {
    @Autowired
    Town town;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Blog blog;

    @Autowired
    ImageRights rights;

    @Autowired
    Audiences audiences;

    @Autowired
    ArticleRepository articles;

    @Autowired
    Uploads uploads;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Browser browser;

    @Autowired
    Clock clock;

    Writers writers;
    Viewer elodie;
    Viewer karim;
    Viewer lucie;
    long waste;

    @BeforeAll
    void people() {
        writers = new Writers(town, blog, audiences, articles, uploads);
        waste = town.unit("Déchets", null);
        elodie = colleague("000114", "Élodie", "Guyard", waste, Role.COMMUNICATION);
        karim = colleague("000107", "Karim", "Belkacem", waste);
        lucie = colleague("000201", "Lucie", "Ferrand", waste);
    }

    @Test
    void karimWritesWithoutScriptsAndElodiePublishes() {
        Visitor his = as("000107");
        his.get("/blog/nouveau");
        var refused = his.submit("form[action='/blog']", Map.of("titre", "", "texte", "Onze villages."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("textarea[name=texte]").text()).isEqualTo("Onze villages.");
        assertThat(refused.texts(".error-summary a")).containsExactly("Donnez un titre à l’article.");

        var draft = his.submit(
                "form[action='/blog']",
                Map.of(
                        "titre", "La tournée du plateau",
                        "chapo", "Une matinée dans la cabine.",
                        "texte", "## Le départ\n\nOnze villages.",
                        "categorie", category("actualites"),
                        "motsCles", "collecte"));
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.path()).matches("/blog/\\d+-la-tournee-du-plateau");
        assertThat(draft.texts(".prose h2")).containsExactly("Le départ");
        assertThat(draft.texts(".article-desk h2")).contains("Brouillon");
        String address = draft.path();
        assertThat(as("000114").get(address).status()).isEqualTo(404);

        his.submit("form[action$=/relecture]", Map.of());
        Visitor hers = as("000114");
        assertThat(hers.get("/blog/mes-articles").texts(".ev a")).contains("La tournée du plateau");
        hers.get(address);
        assertThat(hers.submit("form[action$=/publication]", Map.of()).texts(".toast"))
                .anyMatch(text -> text.contains("publié"));

        var read = as("000201").get(address);
        assertThat(read.texts("h1")).containsExactly("La tournée du plateau");
        assertThat(read.texts(".article-desk")).isEmpty();
        assertThat(as("000201").get("/blog?mot=collecte").texts(".teaser h2")).contains("La tournée du plateau");
        assertThat(as("000201").get("/").texts(".teaser h3")).contains("La tournée du plateau");
    }

    @Test
    void anArticleAsksItsReadersToAcknowledgeItOnceItIsOut() {
        LocalDate today = LocalDate.now(clock);
        Visitor hers = as("000114");
        hers.get("/blog/nouveau");
        var fields = new HashMap<String, String>(Map.of(
                "titre", "Consignes d’hiver",
                "chapo", "Ce que chacun fait quand il neige.",
                "texte", "On ne part pas avant 6 h.",
                "categorie", category("actualites"),
                "confirmation", "true",
                "confirmationNature", "safety",
                "confirmationAvant", today.toString()));
        var refused = hers.submit("form[action='/blog']", fields);
        assertThat(refused.status()).as("by a day to come").isEqualTo(422);
        assertThat(refused.page().select("#confirmationAvant[aria-invalid]")).isNotEmpty();
        fields.put("confirmationAvant", today.plusDays(10).toString());
        var draft = hers.submit("form[action='/blog']", fields);
        String address = draft.path();
        assertThat(address).matches("/blog/\\d+-consignes-d-hiver");
        assertThat(as("000201").get("/").body())
                .as("nothing is asked of what is not out")
                .doesNotContain("Consignes");
        assertThat(hers.get(address + "/modifier").page().select("input[name=confirmation][checked]"))
                .isNotEmpty();

        hers.get(address);
        assertThat(hers.submit(
                                "form[action$=/publication]",
                                Map.of("jour", today.plusDays(11).toString()))
                        .texts(".toast"))
                .as("not after the day by which it is to be read")
                .anyMatch(text -> text.contains("Repousser la date"));
        hers.submit("form[action$=/publication]", Map.of());
        Visitor lucies = as("000201");
        assertThat(lucies.get("/").texts(".priority__item")).anyMatch(text -> text.contains("Consignes d’hiver"));
        lucies.get(address);
        assertThat(lucies.submit(".acknowledgement button", Map.of()).texts(".acknowledgement"))
                .singleElement()
                .asString()
                .contains("Vous avez pris connaissance le");

        assertThat(hers.get(address + "/modifier").page().select("input[name=confirmation]"))
                .as("what is out asks what it asks")
                .isEmpty();
        var unsaid = hers.submit("form[action$=/modifier]", Map.of("titre", "Consignes de l’hiver"));
        assertThat(unsaid.status()).as("whether the change matters is said").isEqualTo(422);
        assertThat(hers.submit("form[action$=/modifier]", Map.of("portee", "correction"))
                        .status())
                .isEqualTo(200);
        assertThat(lucies.get("/").texts(".priority__item"))
                .as("a typo asks nothing")
                .noneMatch(BlogPagesTest::asksAboutWinter);

        hers.get(address + "/modifier");
        hers.submit(
                "form[action$=/modifier]",
                Map.of(
                        "texte", "On ne part pas avant 7 h.",
                        "portee", "fond",
                        "echeance", today.plusDays(12).toString()));
        assertThat(lucies.get("/").texts(".priority__item"))
                .as("what matters asks again")
                .anyMatch(BlogPagesTest::asksAboutWinter);
    }

    private static boolean asksAboutWinter(String priority) {
        return priority.contains("Consignes de l’hiver");
    }

    @Test
    void whoSavesAfterSomebodyElseSeesBothTexts() {
        ArticleForm form = writers.form(
                "À deux", "<p>Réunion lundi.</p>", "actualites", Map.of(), List.of(lucie.id()), List.of(), 0);
        long item = writers.begin(karim, form);
        Visitor his = as("000107");
        his.get("/blog/" + item + "/modifier");
        writers.save(lucie, item, Writers.changed(form, 1, body -> "<p>Réunion mardi.</p>"));

        var conflict =
                his.submit("form[action$=/modifier]", Map.of("texte", "<p>Réunion jeudi.</p>", "texteFormat", "html"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.texts("#conflit .note b")).anyMatch(text -> text.startsWith("Lucie Ferrand a enregistré"));
        assertThat(conflict.texts("#conflit del")).contains("mardi");
        assertThat(conflict.texts("#conflit ins")).contains("jeudi");
        assertThat(conflict.page().select("textarea[name=texte]").text()).contains("jeudi");

        assertThat(his.submit("form[action$=/modifier]", Map.of("texteFormat", "html"))
                        .texts(".prose"))
                .containsExactly("Réunion jeudi.");
        assertThat(his.get("/blog/" + item + "/versions?version=2").texts(".diff del"))
                .contains("mardi");
    }

    @Test
    void whatWasTypedAndNotSavedComesBack() {
        long item = writers.begin(
                karim, writers.form("Coupure", "<p>Avant.</p>", "actualites", Map.of(), List.of(), List.of(), 0));
        Visitor his = as("000107");
        his.get("/blog/" + item + "/modifier");
        assertThat(his.post(
                                "/brouillons/article-" + item,
                                Map.of(
                                        "texte",
                                        "<p>Pendant la coupure.</p>",
                                        "texteFormat",
                                        "html",
                                        "titre",
                                        "Coupure",
                                        "chapo",
                                        "Une matinée dans la cabine de la benne 7.",
                                        "version",
                                        "1"))
                        .status())
                .isEqualTo(204);

        assertThat(his.get("/blog/" + item + "/modifier")
                        .page()
                        .select("textarea[name=texte]")
                        .text())
                .contains("Pendant la coupure");
        assertThat(his.get("/blog/" + item + "/modifier?enregistre=oui")
                        .page()
                        .select("textarea[name=texte]")
                        .text())
                .contains("Avant");
    }

    @Test
    void whatOthersCommentedForSomeIsNotOpenedToMore() {
        colleague("000404", "Rose", "Lallement", town.unit("École de musique", null));
        long item = writers.begin(
                elodie, writers.form("Aux déchets", "actualites", List.of("c" + town.circle("unit", waste))));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        Visitor his = as("000107");
        his.get("/blog/" + item);
        his.submit("#repondre", Map.of("texte", "Entre nous : la clé est sous le pot."));
        Visitor hers = as("000114");
        hers.get("/blog/" + item + "/modifier");

        var refused = hers.submit(
                "form[action$=/modifier]",
                Map.of("audience", "c" + town.circle("agents", null), "texteFormat", "html"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("audience-error").text()).contains("commenté");
    }

    @Test
    void withoutScriptsCoAuthorsAreNamedByHand() {
        Visitor his = as("000107");
        his.get("/blog/nouveau");
        var refused = his.submit(
                "form[action='/blog']", Map.of("titre", "À deux mains", "coauteurs-saisie", "Personne Inconnue"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts(".error-summary a")).anyMatch(text -> text.contains("Personne Inconnue"));

        String address = his.submit(
                        "form[action='/blog']", Map.of("titre", "À deux mains", "coauteurs-saisie", "000201"))
                .path();
        assertThat(as("000201").get(address).status()).as("Lucie writes it too").isEqualTo(200);
    }

    @Test
    void aLostConnectionLosesNothing() {
        long item = writers.begin(
                karim,
                writers.form("Au fond de la vallée", "<p>Ici</p>", "actualites", Map.of(), List.of(), List.of(), 0));
        var window = browser.open().signIn("000107", Colleagues.PASSWORD).go("/blog/" + item + "/modifier");
        Page page = window.page();
        var area = page.locator(".editor__area");
        area.click();
        page.keyboard().press("Control+End");
        window.context().setOffline(true);
        page.keyboard().type(", sans réseau");
        var status = page.locator("[data-draft-target=status]");
        PlaywrightAssertions.assertThat(status).containsText("gardé sur cet appareil");
        page.locator("button:has-text('Enregistrer le brouillon')").click();
        PlaywrightAssertions.assertThat(area).hasText("Ici, sans réseau");

        // The telephone is switched off before the network is back.
        page.navigate("about:blank");
        window.context().setOffline(false);
        page.navigate("/blog/" + item + "/modifier");
        PlaywrightAssertions.assertThat(area).hasText("Ici, sans réseau");
        page.locator("button:has-text('Enregistrer le brouillon')").click();
        PlaywrightAssertions.assertThat(page.locator(".prose")).hasText("Ici, sans réseau");
    }

    @Test
    void whatIsTypedAfterTheSessionHasEndedIsSavedOnceSignedInAgain() {
        long item = writers.begin(
                karim, writers.form("Tard le soir", "<p>Ici</p>", "actualites", Map.of(), List.of(), List.of(), 0));
        Page page = browser.open()
                .signIn("000107", Colleagues.PASSWORD)
                .go("/blog/" + item + "/modifier")
                .page();
        var area = page.locator(".editor__area");
        area.click();
        page.keyboard().press("Control+End");
        town.run("update people.session set seen_at = seen_at - interval '2 days' where person_id = ?", karim.id());
        page.keyboard().type(", sans session");
        page.locator("[data-draft-target=signIn]").click();
        page.locator("[name=identifier]").fill("000107");
        page.locator("[name=password]").fill(Colleagues.PASSWORD);
        page.keyboard().press("Enter");

        PlaywrightAssertions.assertThat(area).hasText("Ici, sans session");
        page.locator("button:has-text('Enregistrer le brouillon')").click();
        PlaywrightAssertions.assertThat(page.locator(".prose")).hasText("Ici, sans session");
    }

    @Test
    void aFeedHasItsReadersRightsAndDiesWithThem() {
        long item = published("Pour le flux");
        Visitor hers = as("000201");
        hers.get("/blog/flux");
        String address = hers.submit("form[action='/blog/flux']", Map.of())
                .texts(".feed-address")
                .getFirst();
        String path = address.substring(address.indexOf("/blog/atom/"));
        assertThat(hers.get("/blog/flux").body()).as("never told again").doesNotContain(path);

        Visitor program = visitors.getObject();
        var feed = program.get(path);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        var xml = Jsoup.parse(feed.body(), Parser.xmlParser());
        assertThat(xml.select("entry > title").eachText()).contains("Pour le flux");
        assertThat(xml.select("entry > link").eachAttr("href")).anyMatch(link -> link.contains("/blog/" + item + "-"));
        assertThat(feed.body()).as("the chapô, never the text").doesNotContain("deux marches arrière");
        writers.run(elodie, () -> blog.archive(elodie, item));
        assertThat(program.get(path).body()).doesNotContain("Pour le flux");

        String other = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
        assertThat(program.get(other).status()).isEqualTo(404);
        hers.get("/blog/flux");
        hers.submit("form[action$=/fin]", Map.of());
        assertThat(program.get(path).status()).as("revoked").isEqualTo(404);
    }

    @Test
    void theFeedOfWhoHasLeftIsDead() {
        colleague("000303", "Martin", "Partant", town.unit("Archives", null));
        Visitor his = as("000303");
        his.get("/blog/flux");
        String address = his.submit("form[action='/blog/flux']", Map.of())
                .texts(".feed-address")
                .getFirst();
        String path = address.substring(address.indexOf("/blog/atom/"));
        assertThat(visitors.getObject().get(path).status()).isEqualTo(200);

        town.run("update people.person set left_on = current_date - 1 where staff_number = '000303'");
        assertThat(visitors.getObject().get(path).status()).isEqualTo(404);
    }

    @Test
    void anArticleAndABulletinArePrinted() throws IOException {
        long first = published("La benne sept");
        long second = published("La rue respire");
        Visitor his = as("000107");

        var page = his.get("/blog/" + first + "/papier");
        assertThat(page.header("Content-Type")).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(page.bytes())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(new PDFTextStripper().getText(pdf)).contains("La benne sept", "Élodie Guyard", "marches");
        }
        var bulletin = his.get(
                "/blog/bulletin.pdf?article=" + second + "&article=" + first + "&format=a3&titre=Au+d%C3%A9p%C3%B4t");
        try (var pdf = Loader.loadPDF(bulletin.bytes())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Au dépôt").containsSubsequence("La rue respire", "La benne sept");
        }
    }

    @Test
    void whoHasNotAgreedToPostersIsNotPosted() {
        long item = writers.begin(
                elodie,
                writers.form(
                        "Portrait", "<p>Un portrait.</p>", "actualites", Map.of(), List.of(), List.of(karim.id()), 0));
        writers.run(karim, () -> rights.agree(karim, item, EnumSet.of(ImageRights.Use.NETWORK)));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        var refused = as("000201").get("/blog/bulletin.pdf?article=" + item);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(refused.texts("[role=alert]")).anyMatch(text -> text.contains("accord pour l’affichage"));
    }

    @Test
    void theRefusalToPublishNamesWhoHasNotAgreed() {
        long item = writers.begin(
                elodie,
                writers.form(
                        "Portrait", "<p>Un portrait.</p>", "actualites", Map.of(), List.of(), List.of(karim.id()), 0));
        Visitor hers = as("000114");
        hers.get("/blog/" + item);

        assertThat(hers.submit("form[action$=/publication]", Map.of()).texts(".toast"))
                .anyMatch(text -> text.contains("accord de Karim Belkacem"));

        Visitor his = as("000107");
        assertThat(his.get("/blog/" + item).page().select("form[action$=/image] input[checked]"))
                .as("nobody agrees by default")
                .isEmpty();
        his.submit("form[action$=/image]", Map.of("usage", "network"));
        assertThat(his.get("/profil/image").texts("main .lines")).isNotEmpty();
        hers.get("/blog/" + item);
        assertThat(hers.submit("form[action$=/publication]", Map.of()).texts(".toast"))
                .anyMatch(text -> text.contains("publié"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word.html", "libreoffice.html"})
    void aPastedDocumentKeepsItsStructureAndLosesItsStyles(String file) throws IOException {
        long item = writers.begin(
                karim, writers.form("Collé", "<p>a</p>", "actualites", Map.of(), List.of(), List.of(), 0));
        Page page = browser.open()
                .signIn("000107", Colleagues.PASSWORD)
                .go("/blog/" + item + "/modifier")
                .page();
        var area = page.locator(".editor__area").first();
        area.click();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.evaluate("""
                html => {
                  const data = new DataTransfer();
                  data.setData("text/html", html);
                  document.querySelector(".editor__area").dispatchEvent(
                    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """, resource(file));
        page.locator("button:has-text('Enregistrer le brouillon')").click();
        page.waitForURL("**/blog/" + item + "-*");

        var text = Jsoup.parse(page.locator(".prose").innerHTML());
        assertThat(text.select("h2, h3").eachText()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(text.select("ul > li")).hasSize(3);
        assertThat(text.select("ul > li ul > li")).hasSize(1);
        assertThat(text.select("ol > li")).hasSize(2);
        assertThat(text.select("th[scope=col]")).hasSize(2);
        assertThat(text.select("td")).hasSize(2);
        assertThat(text.select("strong, em")).isNotEmpty();
        assertThat(text.select("a[href^=https]")).hasSize(1);
        assertThat(text.select("img")).isEmpty();
        assertThat(text.text()).doesNotContain("·", "ancienne phrase", "1. ", "o Équipe");
        String saved = town.as(
                karim.id(),
                () -> town.web()
                        .sql("select body from content.item where id = ?")
                        .param(item)
                        .query(String.class)
                        .single());
        assertThat(saved).doesNotContain("mso", "Mso", "style", "class", "font", "file:", "mouchard", "data-");
    }

    @Test
    void theEditorMakesTablesNotesAndPicturesAndTabLeavesIt() {
        long item = writers.begin(
                karim, writers.form("Outils", "<p>Départ</p>", "actualites", Map.of(), List.of(), List.of(), 0));
        var window = browser.open().signIn("000107", Colleagues.PASSWORD).go("/blog/" + item + "/modifier");
        Page page = window.page();
        page.locator(".editor__area").click();
        page.keyboard().press("Control+End");
        page.locator("[data-act=note]").click();
        assertThat(page.locator(".editor__area [role=note]").count()).isEqualTo(1);
        page.locator("[data-act=note]").click();
        page.locator("[data-act=table]").click();
        assertThat(page.locator(".editor__area th").count()).isEqualTo(3);
        var headings = List.of("Jour", "Heure", "Lieu");
        for (int i = 0; i < headings.size(); i++) {
            page.locator(".editor__area th").nth(i).click();
            page.keyboard().type(headings.get(i));
        }
        page.locator("[data-act=rowAfter]").click();
        assertThat(page.locator(".editor__area tr").count()).isEqualTo(4);
        page.locator(".editor__area").press("Tab");
        assertThat(page.evaluate("() => document.activeElement.closest('.editor__area') === null"))
                .isEqualTo(true);
        window.axe();
        window.theme(ColorScheme.DARK).axe();
        window.calm();
    }

    @Test
    void beforeAndAfterAreComparedByKeyboardAndSideBySideWithoutScripts() {
        long one = writers.picture(elodie);
        long two = writers.picture(elodie);
        ArticleForm form = Writers.described(writers.form(
                "La rue",
                "<h2>Un</h2><p>a</p><table><tr><th>Jour</th></tr><tr><td>lundi</td></tr></table>",
                "realisations",
                Map.of("avant", List.of(one), "apres", List.of(two), "couverture", List.of(two)),
                List.of(),
                List.of(),
                0));
        long item = writers.begin(elodie, form);
        org.awaitility.Awaitility.await()
                .until(() -> town.as(
                        elodie.id(),
                        () -> Objects.requireNonNull(
                                        articles.find(List.of(item)).get(item))
                                .compares()));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        var window = browser.open().signIn("000201", Colleagues.PASSWORD).go("/blog/" + item);
        var range = window.page().locator(".compare input[type=range]");
        range.focus();
        range.press("ArrowRight");
        PlaywrightAssertions.assertThat(range).hasValue("51");
        assertThat(window.page().locator(".compare").getAttribute("style")).contains("51%");
        window.axe().theme(ColorScheme.DARK).axe().calm();
        browser.open(320, 800)
                .signIn("000201", Colleagues.PASSWORD)
                .go("/blog/" + item)
                .fitsItsWidth()
                .go("/blog")
                .fitsItsWidth();

        var plain = as("000201").get("/blog/" + item);
        assertThat(plain.page().select(".compare figure img")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/blog",
                "/blog/nouveau",
                "/blog/nouveau?forme=realisation",
                "/blog/mes-articles",
                "/blog/flux",
                "/blog/bulletin",
                "/administration/articles",
                "/profil/image"
            })
    void thePagesAreAccessible(String address) {
        browser.open()
                .signIn("000114", Colleagues.PASSWORD)
                .go(address)
                .axe()
                .theme(ColorScheme.DARK)
                .axe()
                .calm();
        browser.open(320, 800).signIn("000114", Colleagues.PASSWORD).go(address).fitsItsWidth();
    }

    private long published(String title) {
        long item = writers.begin(elodie, writers.form(title, "actualites"));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        return item;
    }

    private Viewer colleague(String number, String firstName, String lastName, long unit, Role... roles) {
        long person = colleagues.agent(number, firstName, lastName);
        town.assign(person, unit, null);
        for (Role role : roles) {
            town.grant(person, role);
        }
        return town.viewer(person, roles);
    }

    private String category(String slug) {
        return town.as(
                elodie.id(),
                () -> String.valueOf(articles.category(slug).orElseThrow().id()));
    }

    private Visitor as(String number) {
        Visitor visitor = visitors.getObject();
        visitor.signIn(number, Colleagues.PASSWORD);
        return visitor;
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = Objects.requireNonNull(BlogPagesTest.class.getResourceAsStream("/pasted/" + name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
