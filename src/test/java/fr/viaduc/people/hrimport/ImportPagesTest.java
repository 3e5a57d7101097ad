package fr.viaduc.people.hrimport;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.CurrentViewer;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ViaducTest
class ImportPagesTest {
    @Autowired
    private WebApplicationContext application;

    @Autowired
    @Qualifier("system")
    private JdbcClient sql;

    private MockMvc pages;
    private long gaelle;

    @BeforeEach
    void gaelleOfHumanResources() {
        pages = MockMvcBuilders.webAppContextSetup(application).build();
        sql.sql("delete from people.person where staff_number = '009999'").update();
        gaelle = sql.sql(
                        "insert into people.person (staff_number, first_name, last_name) values ('009999', 'Gaëlle', 'Lécuyer') returning id")
                .query(Long.class)
                .single();
        RealFile.COMMUNES.forEach(
                commune -> sql.sql("insert into people.commune (insee, name) values (?, ?) on conflict do nothing")
                        .params(commune.insee(), commune.name())
                        .update());
    }

    @Test
    void gaelleReadsChecksAndAppliesAFile() throws Exception {
        Document index = page(get("/administration/import"), Set.of(Role.HUMAN_RESOURCES), 200);
        assertThat(index.select("input[type=file]")).hasSize(1);
        keep("1-fichier", index);

        String columnsAddress = upload(RealFile.bytes(), 303);
        Document columns = page(get(columnsAddress), Set.of(Role.HUMAN_RESOURCES), 200);
        assertThat(columns.select("select")).hasSize(16);
        assertThat(columns.text()).doesNotContain("196115263424232", "05/08/1961", "Titulaire");
        keep("2-colonnes", columns);

        String address = columnsAddress.replace("/colonnes", "");
        Document difference = page(get(address), Set.of(Role.HUMAN_RESOURCES), 200);
        assertThat(difference.text()).contains("738", "Nogent-en-Bassigny", "Ligne incomplète");
        keep("3-verifier", difference);
        Document warnings = page(get(address + "?voir=avertissements&combien=200"), Set.of(Role.HUMAN_RESOURCES), 200);
        assertThat(warnings.text()).contains("Boucle de responsables", "boîte de 7 personnes");
        String csv = pages.perform(as(get(address + "/lignes.csv"), Set.of(Role.HUMAN_RESOURCES), true))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.lines().count()).isGreaterThan(730);

        page(
                MockMvcRequestBuilders.post(address + "/application")
                        .param(
                                "empreinte",
                                difference.select("input[name=empreinte]").val()),
                Set.of(Role.HUMAN_RESOURCES),
                303);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> page(get(address), Set.of(Role.HUMAN_RESOURCES), 200)
                        .text()
                        .contains("L’import est appliqué"));
        keep("4-applique", page(get(address), Set.of(Role.HUMAN_RESOURCES), 200));
    }

    @Test
    void aPictureOrNothingAtAllIsRefusedInWords() throws Exception {
        upload(new byte[0], 422);
        upload("%PDF-1.4 \u0000\u0001".getBytes(StandardCharsets.UTF_8), 422);
    }

    @Test
    void onlyAgentsOfHumanResourcesAndAdministratorsImport() throws Exception {
        status(as(get("/administration/import"), Set.of(), true), 403);
        status(as(get("/administration/import"), Set.of(Role.COMMUNICATION), true), 403);
        status(as(get("/administration/import"), Set.of(Role.ADMINISTRATOR), false), 403);
        status(as(get("/administration/import"), Set.of(Role.ADMINISTRATOR), true), 200);
        status(as(get("/administration/import/1"), Set.of(Role.MODERATOR), true), 403);
        status(as(get("/administration/import/1/colonnes"), Set.of(), true), 403);
        status(as(get("/administration/import/1/lignes.csv"), Set.of(), true), 403);
        status(as(MockMvcRequestBuilders.post("/administration/import/1/application"), Set.of(), true), 403);
    }

    private String upload(byte[] content, int status) throws Exception {
        MvcResult result = pages.perform(as(
                        MockMvcRequestBuilders.multipart("/administration/import")
                                .file(new MockMultipartFile("fichier", "agents-rh.csv", "text/csv", content)),
                        Set.of(Role.HUMAN_RESOURCES),
                        true))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        String address = result.getResponse().getRedirectedUrl();
        return address == null ? "" : address;
    }

    private void status(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        assertThat(pages.perform(request).andReturn().getResponse().getStatus()).isEqualTo(status);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Set<Role> roles, int status)
            throws Exception {
        MvcResult result = pages.perform(as(request, roles, true)).andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static AbstractMockHttpServletRequestBuilder<?> get(String address) {
        return MockMvcRequestBuilders.get(URI.create(address));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<?>> B as(B builder, Set<Role> roles, boolean agent) {
        Viewer viewer = new Viewer(
                gaelle,
                "Gaëlle Lécuyer",
                "Gaëlle",
                "GL",
                2,
                null,
                agent,
                !agent,
                roles,
                Locale.FRENCH,
                "",
                "",
                false,
                null,
                false);
        builder.with(request -> {
            CurrentViewer.bind(request, viewer);
            return request;
        });
        return builder;
    }

    private static void keep(String name, Document page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots", "import"));
        Files.writeString(folder.resolve(name + ".html"), page.outerHtml());
    }
}
