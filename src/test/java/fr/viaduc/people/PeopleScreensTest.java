package fr.viaduc.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.viaduc.demo.Demonstration;
import fr.viaduc.house.House;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Browser.Window;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The directory, the profile and the administration of people in a real browser: both themes, narrow, by keyboard. */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleScreensTest {
    private static final String PASSWORD = "Viaduc-demo-2026";
    private static final String CAMERA = "Telephone de Jean-Marc";

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    @Autowired
    Browser browser;

    private long jeanMarc;

    @BeforeAll
    void aLivingAuthority() {
        demonstration.fill();
        jeanMarc = id("000107");
    }

    /** What the table of the routes does not show by itself: other views, other people, what is not there. */
    @Test
    void theOtherFacesOfThesePagesAreForEverybodyInBothThemes() {
        isForEverybody(
                "000107",
                "/annuaire?vue=portraits",
                "/annuaire?q=zzzz+thevenot",
                "/annuaire/personnes/" + jeanMarc + "/absences",
                "/annuaire/personnes/" + id("E0001"),
                "/communes?vue=tuiles");
        isForEverybody(
                "000128",
                "/administration/personnes?q=zzzz",
                "/administration/personnes/nouvelle?genre=elu",
                "/administration/organisation/moyens/" + one("select min(id) from people.asset"),
                "/administration/organisation/mandats/" + one("select min(id) from people.mandate"));
    }

    @Test
    void jeanMarcPlacesHisPortraitByKeyboardAndTheCameraTellsNothing() throws IOException {
        var window = browser.open().signIn("000107", PASSWORD).go("/profil/modifier");
        var page = window.page();
        page.locator("#portrait").setInputFiles(new FilePayload("moi.jpg", "image/jpeg", photograph(640, 400)));
        var stage = page.locator(".crop__window");
        assertThat(stage).isVisible();
        assertThat(page.locator("input[name=cropSize]")).hasValue("400");
        stage.focus();
        String before = page.locator("input[name=cropX]").inputValue();
        stage.press("ArrowLeft");
        stage.press("ArrowLeft");
        assertThat(page.locator("input[name=cropX]")).not().hasValue(before);
        page.locator(".crop__zoom").press("End");
        assertThat(page.locator("input[name=cropSize]")).hasValue("100");
        window.axe();
        page.locator("form[action='/profil/portrait'] button").press("Enter");

        assertThat(page.getByText("Votre portrait est enregistré.").first()).isAttached();
        var portrait = page.locator(".own__portrait img[src^='/fichiers/']");
        assertThat(portrait).hasAttribute("src", Pattern.compile("/fichiers/\\d+/.*"));
        page.waitForFunction("() => document.querySelector('.own__portrait img').naturalWidth > 0");
        assertThat(
                        page.evaluate(
                                "() => { const i = document.querySelector('.own__portrait img'); return i.naturalWidth === i.naturalHeight }"))
                .as("a square")
                .isEqualTo(true);
        byte[] served = page.request().get(portrait.getAttribute("src")).body();
        assertThat(new String(served, ISO_8859_1)).doesNotContain(CAMERA, "Exif");
        window.calm();
    }

    @Test
    void auroreChoosesASubstituteByKeyboard() {
        var window = browser.open().signIn("000135", PASSWORD).go("/annuaire/personnes/" + jeanMarc + "/absences");
        var page = window.page();
        page.locator("#from").fill(town.today().plusDays(10).toString());
        page.locator("#to").fill(town.today().plusDays(12).toString());
        page.locator("#substitute").pressSequentially("damien jac");
        assertThat(page.locator("[role=option]").first()).containsText("Damien Jacquemin");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).containsText("Damien Jacquemin");
        window.axe();
        page.locator("#message").press("Enter");
        assertThat(page.locator(".counted li")).containsText("Damien Jacquemin");
        page.locator(".counted li button").press("Enter");
        assertThat(page.locator(".counted li")).hasCount(0);
        window.calm();
    }

    @Test
    void elodieSearchesAndFiltersByKeyboard() {
        var window = browser.open().signIn("000114", PASSWORD).go("/annuaire");
        var page = window.page();
        page.locator("#annuaire-q").focus();
        page.keyboard().type("voiri nogant");
        page.keyboard().press("Enter");
        assertThat(page.locator(".card-person").first()).isVisible();
        assertThat(page.locator("#annuaire [role=status]")).containsText("pour");
        page.locator("#annuaire input[name=mission]").first().press("Space");
        assertThat(page.locator(".directory__chosen .chip")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*mission=\\d+.*"));
        window.calm();
    }

    @Test
    void withoutScriptsTheDirectoryIsSearchedAndFiltered() {
        var window = browser.open(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))
                .signIn("000107", PASSWORD)
                .go("/annuaire");
        var page = window.page();
        page.locator("#annuaire-q").fill("nogent");
        page.locator("input[name=type][value=agents]").check();
        page.locator(".directory button[type=submit]").first().click();
        assertThat(page.locator(".card-person").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*q=nogent.*type=agents.*"));
    }

    private void isForEverybody(String who, String... addresses) {
        Window window = browser.open().signIn(who, PASSWORD);
        for (String address : List.of(addresses)) {
            window.page().setViewportSize(1280, 800);
            window.go(address);
            assertThat(window.page().locator("h1")).hasCount(1);
            window.theme(ColorScheme.LIGHT).axe().theme(ColorScheme.DARK).axe();
            window.page().setViewportSize(320, 700);
            window.fitsItsWidth();
        }
        window.calm();
    }

    private long id(String number) {
        return town.database()
                .sql("select id from people.person where staff_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private long one(String sql) {
        return town.database().sql(sql).query(Long.class).single();
    }

    /** A photograph in which the camera wrote its name. */
    private static byte[] photograph(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        byte[] plain = out.toByteArray();
        byte[] exif = exif();
        return ByteBuffer.allocate(plain.length + exif.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** One field, the camera's model (0x0110), as cameras write it. */
    private static byte[] exif() {
        byte[] model = (CAMERA + "\0").getBytes(ISO_8859_1);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + model.length)
                .put("Exif\0\0MM".getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0110)
                .putShort((short) 2)
                .putInt(model.length)
                .putInt(8 + 2 + 12 + 4)
                .putInt(0)
                .put(model)
                .array();
    }
}
