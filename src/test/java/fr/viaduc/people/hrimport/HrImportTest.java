package fr.viaduc.people.hrimport;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.database.DataFolder;
import fr.viaduc.people.hrimport.Difference.Kind;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.ViaducTest;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ViaducTest
@ExtendWith(OutputCaptureExtension.class)
class HrImportTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-23T09:00:00Z");
    private static final String HEADINGS = "Matricule;Nom;Prénom;Code service;Service;Pôle;Site;Commune;Quotité;Date"
            + " entrée;Date sortie;Mail pro;Matricule responsable\n";

    @Autowired
    private HrImport imports;

    @Autowired
    private ImportAgentsCommand command;

    @Autowired
    private TestClock clock;

    @Autowired
    private DataFolder data;

    @Autowired
    @Qualifier("system")
    private JdbcClient sql;

    @TempDir
    private Path folder;

    @BeforeEach
    void anEmptyAuthorityInNovember() throws SQLException {
        clock.stopAt(NOVEMBER);
        var cluster = TestCluster.get();
        try (var connection = DriverManager.getConnection(
                        cluster.url("viaduc_test"), TestCluster.OWNER, TestCluster.OWNER_PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("truncate people.person, people.unit, people.site, people.commune, people.hr_import_run,"
                    + " people.hr_import_column, circles.member cascade");
        }
        RealFile.COMMUNES.forEach(commune -> sql.sql("insert into people.commune (insee, name) values (?, ?)")
                .params(commune.insee(), commune.name())
                .update());
    }

    @Test
    void theRealFileFillsTheDirectoryAndASecondImportChangesNothing(CapturedOutput logs) {
        assertThat(apply(RealFile.bytes())).isNull();
        assertThat(count("people.person")).isEqualTo(697);
        assertThat(count("people.site")).isEqualTo(26);
        assertThat(sql.sql("select count(*) from people.unit where path::text like '%.%'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(sql.sql("""
                        select p.first_name || ' ' || p.last_name from people.assignment a
                          join people.person p on p.id = a.manager_id
                          join people.person zoe on zoe.id = a.person_id
                         where zoe.staff_number = '004951'
                        """).query(String.class).single()).isNotBlank();
        assertThat(sql.sql("select count(*) from circles.member m join circles.circle c on c.id = m.circle_id"
                                + " where c.kind = 'agents'")
                        .query(Long.class)
                        .single())
                .isEqualTo(697L);

        Difference again = imports.compare(RealFile.bytes()).difference();
        assertThat(again.changes()).isEmpty();
        assertThat(again.newUnits()).isEmpty();
        assertThat(again.newSites()).isEmpty();

        nothingForbiddenIsIn(everyRowOfEveryTable() + logs.getAll());
    }

    @Test
    void whoIsOutOfTheFileLosesAccessOnlyOnceItWasConfirmed() throws IOException {
        apply(file(lines(1, 40)));
        Path shorter = Files.write(folder.resolve("agents.csv"), file(lines(1, 20)));
        assertThat(run(shorter, "oui")).isEqualTo(ImportAgentsCommand.TO_CONFIRM);
        assertThat(active()).isEqualTo(40);
        assertThat(run(shorter, "")).isEqualTo(ImportAgentsCommand.TO_CONFIRM);
        assertThat(run(shorter, "Fermer 20 comptes")).isEqualTo(ImportAgentsCommand.DONE);
        assertThat(active()).isEqualTo(20);
        assertThat(imports.compare(file(lines(1, 20))).difference().isEmpty()).isTrue();
    }

    @Test
    void anEmptyOrTruncatedFileDisablesNobody() throws IOException {
        apply(file(lines(1, 40)));
        assertThat(run(Files.write(folder.resolve("vide.csv"), new byte[0]), "Fermer 40 comptes"))
                .isEqualTo(ImportAgentsCommand.FAILED);
        run(Files.write(folder.resolve("titres.csv"), file("")), "Fermer 40 comptes");
        String text = HEADINGS + lines(1, 40);
        run(Files.writeString(folder.resolve("coupe.csv"), text.substring(0, text.length() / 2)), "Fermer 20 comptes");
        assertThat(active()).isEqualTo(40);
    }

    @Test
    void aLeaverLosesAccessThatDayAndAFutureExitEndsByItself() {
        apply(file(lines(1, 3)));
        apply(file(lines(1, 1)
                + "000002;Nom2;Prénom2;VOI;Voirie;Pôle Technique;Dépôt;Bologne;100;;22/11/2026;;\n"
                + "000003;Nom3;Prénom3;VOI;Voirie;Pôle Technique;Dépôt;Bologne;100;;31/12/2027;;\n"));
        assertThat(sql.sql("select staff_number from people.person where left_on < date '2026-11-23'")
                        .query(String.class)
                        .list())
                .containsExactly("000002");
        assertThat(sql.sql("select left_on::text from people.person where staff_number = '000003'")
                        .query(String.class)
                        .single())
                .isEqualTo("2027-12-31");
    }

    @Test
    void theFileWaitsEncryptedIsAppliedOnceAndIsForgotten() throws IOException {
        long gaelle = person("009999", "Gaëlle", "Lécuyer");
        long id = imports.open(RealFile.bytes(), "C:\\rh\\agents.csv", gaelle);
        ImportRun run = imports.run(id);
        assertThat(run.fileName()).isEqualTo("agents.csv");
        Path kept = data.folder("imports").resolve(run.key() + ".rh");
        assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
                .doesNotContain("MATRICULE", "196115263424232");
        assertThat(count("people.person")).isEqualTo(1);

        Difference shown = imports.preview(run).difference();
        assertThat(imports.begin(run, gaelle, "une autre empreinte", false, null))
                .isEqualTo(Reason.of("changedSince"));
        assertThat(imports.begin(run, gaelle, shown.print(), true, null)).isNull();
        assertThat(imports.begin(run, gaelle, shown.print(), true, null)).isNull();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> imports.run(id).is(ImportRun.State.APPLIED));
        assertThat(count("people.person")).isEqualTo(698);
        assertThat(imports.run(id).arrivals()).isEqualTo(shown.count(Kind.ARRIVAL));
        Awaitility.await().until(() -> !Files.exists(kept));
    }

    @Test
    void aFileThatWaitsIsErasedAfterADay() {
        long gaelle = person("009999", "Gaëlle", "Lécuyer");
        long id = imports.open(RealFile.bytes(), "agents.csv", gaelle);
        Path kept = data.folder("imports").resolve(imports.run(id).key() + ".rh");
        clock.stopAt(NOVEMBER.plus(Duration.ofHours(25)));
        imports.purge();
        assertThat(kept).doesNotExist();
        assertThat(imports.run(id).state()).isEqualTo(ImportRun.State.ABANDONED);
    }

    @Test
    void theMeaningOfAColumnAndOfACommuneAreRemembered() {
        long gaelle = person("009999", "Gaëlle", "Lécuyer");
        ImportRun run = imports.run(imports.open(RealFile.bytes(), "agents.csv", gaelle));
        imports.correct(run, Map.of(20, Field.UNUSED, 6, Field.JOB));
        assertThat(imports.columns(run).columns().get(20).field()).isEqualTo(Field.UNUSED);
        assertThat(imports.columns(run).columns().get(6).field()).isEqualTo(Field.FORBIDDEN);
        imports.rememberCommune(run, "Nogent-en-Bassigny", "52353");
        assertThat(imports.preview(run).difference().communeDoubts())
                .extracting(Difference.Doubt::written)
                .containsExactly("STE MENEHOULD");
    }

    @Test
    void tenThousandLinesAreAppliedWithTheirProgress() {
        byte[] file = file(lines(1, 10_000));
        long start = System.nanoTime();
        HrImport.Preview preview = imports.compare(file);
        long compared = System.nanoTime();
        List<Integer> progress = new ArrayList<>();
        assertThat(imports.applyNow(preview, "agents.csv", progress::add)).isNull();
        long applied = System.nanoTime();
        System.out.println("10,000 lines: compared in " + (compared - start) / 1_000_000 + " ms, applied in "
                + (applied - compared) / 1_000_000 + " ms");
        assertThat(progress).isSorted().hasSizeGreaterThan(10).endsWith(10_000);
        assertThat(count("people.person")).isEqualTo(10_000);
        assertThat(imports.compare(file).difference().isEmpty()).isTrue();
    }

    private int run(Path file, String typed) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return command.run(List.of(file.toString()), true, new BufferedReader(new StringReader(typed)), out);
    }

    private @Nullable Reason apply(byte[] file) {
        return imports.applyNow(imports.compare(file), "agents.csv", done -> {});
    }

    private long person(String number, String firstName, String lastName) {
        return sql.sql("insert into people.person (staff_number, first_name, last_name) values (?, ?, ?) returning id")
                .params(number, firstName, lastName)
                .query(Long.class)
                .single();
    }

    private long active() {
        return sql.sql("select count(*) from people.person where left_on is null or left_on >= date '2026-11-23'")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static byte[] file(String lines) {
        return (HEADINGS + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int n = from; n <= to; n++) {
            text.append(
                    "%06d;Nom%d;Prénom%d;S%d;Service %d;Pôle %d;Site %d;%s;100;05/06/1993;;agent.%d@agglo.example;%06d\n"
                            .formatted(
                                    n,
                                    n,
                                    n,
                                    n % 25,
                                    n % 25,
                                    n % 5,
                                    n % 40,
                                    RealFile.COMMUNES
                                            .get(n % 40 % RealFile.COMMUNES.size())
                                            .name(),
                                    n,
                                    Math.max(1, n % 25)));
        }
        return text.toString();
    }

    private String everyRowOfEveryTable() {
        StringBuilder dump = new StringBuilder();
        for (String schema : List.of("people", "circles", "database")) {
            sql.sql("""
                    select format('%I.%I', table_schema, table_name) from information_schema.tables
                     where table_schema = :schema and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
                    """)
                    .param("schema", schema)
                    .query(String.class)
                    .list()
                    .forEach(table -> sql.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list()
                            .forEach(row -> dump.append(row).append('\n')));
        }
        return dump.toString();
    }

    private static void nothingForbiddenIsIn(String everything) {
        assertThat(everything).contains("Zoé Noël");
        RealFile.text()
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(cells -> cells.length == 22 && !cells[6].isBlank())
                .forEach(cells -> assertThat(everything.contains(cells[6])).isFalse());
        assertThat(everything.toLowerCase(Locale.ROOT)).doesNotContain("titulaire", "contractuel", "thérapeutique");
        // A birth date that is nobody's date of arrival.
        assertThat(everything).doesNotContain("1961-08-05", "05/08/1961", "1998-02-07", "07/02/1998");
    }
}
