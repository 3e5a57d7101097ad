package fr.viaduc.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.CurrentViewer;
import fr.viaduc.web.Viewer;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ViaducTest
class FilePagesTest {

    private static final long NADIA = 201;
    private static final long KARIM = 202;

    @Autowired
    WebApplicationContext application;

    @Autowired
    Uploads uploads;

    private MockMvc pages;

    @BeforeEach
    void openPages() {
        pages = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void aFileIsServedToItsOwnerWithHeadersThatKeepItHarmless() throws Exception {
        StoredFile file = uploads.receive(NADIA, "Notes d’été.txt", text("Bonjour à tous"), Purpose.ATTACHMENT);

        var answer = ask(NADIA, get(java.net.URI.create(file.address())));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo("Bonjour à tous".getBytes(UTF_8));
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''Notes%20d%E2%80%99%C3%A9t%C3%A9.txt");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    }

    @Test
    void toKarimNadiasFileDoesNotExist() throws Exception {
        StoredFile file = uploads.receive(NADIA, "secret.txt", text("secret"), Purpose.ATTACHMENT);

        assertThat(ask(KARIM, get(java.net.URI.create(file.address()))).getStatus())
                .isEqualTo(404);
        assertThat(ask(KARIM, get("/fichiers/" + file.id())).getStatus()).isEqualTo(404);
        assertThat(ask(KARIM, delete("/fichiers/" + file.id())).getStatus()).isEqualTo(404);
        assertThat(ask(NADIA, get("/fichiers/999999/original/secret.txt")).getStatus())
                .isEqualTo(404);
        assertThat(ask(NADIA, get("/fichiers/" + file.id() + "/gigantic/x")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aFilmIsServedInParts() throws Exception {
        byte[] film = new byte[3_000_000];
        new Random(1).nextBytes(film);
        StoredFile file = uploads.receive(NADIA, "film.bin", new ByteArrayInputStream(film), Purpose.ATTACHMENT);

        var answer = ask(NADIA, get(java.net.URI.create(file.address())).header("Range", "bytes=2000000-2000009"));

        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes 2000000-2000009/3000000");
        assertThat(answer.getContentAsByteArray()).isEqualTo(java.util.Arrays.copyOfRange(film, 2_000_000, 2_000_010));
        assertThat(ask(NADIA, get(java.net.URI.create(file.address())).header("Range", "bytes=9000000-"))
                        .getStatus())
                .isEqualTo(416);
    }

    @Test
    void whatTheBrowserAlreadyHasIsNotSentAgain() throws Exception {
        StoredFile file = uploads.receive(NADIA, "a.txt", text("inchangé"), Purpose.ATTACHMENT);
        String tag = ask(NADIA, get(java.net.URI.create(file.address()))).getHeader("ETag");

        var answer = ask(NADIA, get(java.net.URI.create(file.address())).header("If-None-Match", String.valueOf(tag)));

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void anUploadAnswersWithWhatThePageNeeds() throws Exception {
        var answer = send("plan.pdf", "%PDF-1.7".getBytes(UTF_8), "attachment");

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getContentAsString(UTF_8))
                .contains("\"name\":\"plan.pdf\"")
                .contains("\"state\":\"ready\"")
                .contains("\"mediaType\":\"application/pdf\"");
    }

    @Test
    void aRefusalSaysWhyInFrench() throws Exception {
        var page = send("page.html", "<html>".getBytes(UTF_8), "attachment");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString(UTF_8)).contains("les scripts et les pages web peuvent nuire");

        var large = send("grande.jpg", SamplePictures.jpeg(10, 10), 26 << 20);
        assertThat(large.getStatus()).isEqualTo(413);
        assertThat(large.getContentAsString(UTF_8))
                .contains("Le fichier «\u00a0grande.jpg\u00a0» est trop lourd\u00a0: 25\u00a0Mo au plus.");

        assertThat(send("a.txt", "a".getBytes(UTF_8), "avatars").getStatus()).isEqualTo(400);
    }

    private MockHttpServletResponse send(String name, byte[] start, int size) throws Exception {
        return send(name, java.util.Arrays.copyOf(start, size), "picture");
    }

    private MockHttpServletResponse send(String name, byte[] content, String purpose) throws Exception {
        var file = new MockMultipartFile("file", name, "application/octet-stream", content);
        return ask(NADIA, multipart("/fichiers").file(file).param("purpose", purpose));
    }

    private MockHttpServletResponse ask(long person, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        request.with(sent -> {
            CurrentViewer.bind(sent, viewer(person));
            return sent;
        });
        return ViewerContext.as(person, () -> {
            try {
                return pages.perform(request).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Viewer viewer(long id) {
        return new Viewer(
                id, "Nadia", "Nadia", "N", 0, null, true, false, Set.of(), Locale.FRENCH, "", "", false, null, false);
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
