package fr.viaduc.people.hrimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.people.hrimport.LineOutcome.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final String SMALL = """
            Matricule;Nom;Prénom;Service;Date d'entrée
            000107;BÉGIN;Zoé;Voirie;05/06/1993
            000114;Lécuyer;Gaëlle;Crèche « Les Petits Pas »;18/09/2010
            """;

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE", "x-MacRoman", "IBM850", "UTF-32LE"})
    void theFileIsReadInWhateverEncodingItWasWritten(String charset) {
        AgentFile file = AgentFile.read(SMALL.getBytes(Charset.forName(charset)), Map.of());
        assertThat(file.agents()).extracting(AgentLine::name).containsExactly("Zoé Bégin", "Gaëlle Lécuyer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void theFileIsReadBehindItsByteOrderMark(String charset) {
        AgentFile file = AgentFile.read(("\uFEFF" + SMALL).getBytes(Charset.forName(charset)), Map.of());
        assertThat(file.agents()).extracting(AgentLine::name).containsExactly("Zoé Bégin", "Gaëlle Lécuyer");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theSeparatorIsFound(String separator) {
        AgentFile file = AgentFile.read(SMALL.replace(";", separator).getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(file.agents()).extracting(AgentLine::name).containsExactly("Zoé Bégin", "Gaëlle Lécuyer");
    }

    @Test
    void anExcelWorkbookIsReadWithItsDates() throws IOException {
        AgentFile file = AgentFile.read(workbook(), Map.of());
        assertThat(file.format()).isEqualTo("Excel");
        assertThat(file.agents()).singleElement().satisfies(zoe -> {
            assertThat(zoe.staffNumber()).isEqualTo("107");
            assertThat(zoe.name()).isEqualTo("Zoé Bégin");
            assertThat(zoe.arrival()).isEqualTo(LocalDate.of(2023, 7, 16));
        });
    }

    @Test
    void aLineOfTitlesAboveTheHeadingsIsNoAgent() {
        AgentFile file = RealFile.read("Export du 23/11/2026\n\n" + SMALL);
        assertThat(file.agents()).hasSize(2);
        assertThat(file.others()).hasSize(3).allMatch(other -> other.fate() == Fate.NOT_AN_AGENT);
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSwallowsNobody() {
        AgentFile file = RealFile.read(SMALL.replace("Voirie", "\"Voirie"));
        assertThat(file.agents()).extracting(AgentLine::name).containsExactly("Zoé Bégin", "Gaëlle Lécuyer");
    }

    @Test
    void anEmptyFileAndAPictureAreRefusedInWords() {
        assertThatThrownBy(() -> AgentFile.read(new byte[0], Map.of())).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> AgentFile.read("\n\n".getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> AgentFile.read("%PDF-1.7 \u0000".getBytes(StandardCharsets.UTF_8), Map.of()))
                .isInstanceOf(UnreadableFile.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NIR,FORBIDDEN",
        "N° Sécurité sociale,FORBIDDEN",
        "DATE NAISSANCE,BIRTH_DATE",
        "Né(e) le,BIRTH_DATE",
        "NOM NAISSANCE,FORBIDDEN",
        "Lieu de naissance,FORBIDDEN",
        "GRADE,FORBIDDEN",
        "Statut,FORBIDDEN",
        "CATEGORIE,FORBIDDEN",
        "IBAN,FORBIDDEN",
        "Tél. personnel perso,FORBIDDEN",
        "MATRICULE,STAFF_NUMBER",
        "N° matricule,STAFF_NUMBER",
        "Nom d’usage,LAST_NAME",
        "Libellé du service,UNIT_NAME",
        "Lieu de travail,SITE",
        "Quotité de travail,QUOTA",
        "Date d'entrée dans la collectivité,ARRIVAL",
        "DATE SORTIE,DEPARTURE",
        "Adresse mail professionnelle,EMAIL",
        "Matricule N+1,MANAGER",
        "Couleur préférée,UNUSED"
    })
    void headingsAreUnderstood(String heading, Field field) {
        assertThat(Columns.fieldOf(heading)).isEqualTo(field);
    }

    @Test
    void aColumnOfSocialSecurityNumbersIsForbiddenWhateverItsHeading() {
        AgentFile file = RealFile.read("""
                Matricule;Nom;Prénom;Fonction
                000107;Bégin;Zoé;290055245582468
                000114;Lécuyer;Gaëlle;2 76 11 52 326 676 27
                """);
        assertThat(file.columns().columns().get(3).field()).isEqualTo(Field.FORBIDDEN);
        assertThat(file.columns().columns().get(3).samples()).isEmpty();
        assertThat(file.agents()).extracting(AgentLine::job).containsOnlyNulls();
    }

    @Test
    void aChoiceIsRememberedButNeverForWhatMustNotBeKept() {
        AgentFile file = AgentFile.read(
                "Matricule;Nom;Prénom;Truc;Grade\n000107;Bégin;Zoé;Jardinière;A\n".getBytes(StandardCharsets.UTF_8),
                Map.of("truc", Field.JOB, "grade", Field.JOB));
        assertThat(file.columns().columns())
                .extracting(Columns.Column::field)
                .containsExactly(Field.STAFF_NUMBER, Field.LAST_NAME, Field.FIRST_NAME, Field.JOB, Field.FORBIDDEN);
        assertThat(file.columns()
                        .corrected(Map.of(4, Field.JOB, 3, Field.UNUSED))
                        .columns()
                        .get(4)
                        .field())
                .isEqualTo(Field.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "DURAND,Durand",
        "BÉGIN,Bégin",
        "DE LA FONTAINE,de La Fontaine",
        "De La Fontaine,de La Fontaine",
        "LE GALL,Le Gall",
        "PRUD'HOMME,Prud’homme",
        "D'HONDT,D’Hondt",
        "O'BRIEN,O’Brien",
        "JEAN-MARC,Jean-Marc",
        "DUPONT DE NEMOURS,Dupont de Nemours",
        "GISCARD D'ESTAING,Giscard d’Estaing",
        "VAN DER BERG,van der Berg",
        "MCDONALD,McDonald",
        "'  Massotte\t',Massotte"
    })
    void namesLoseTheirCapitals(String written, String name) {
        assertThat(Names.lastName(written)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "0325226746,03 25 22 67 46",
        "+33 3 25 22 67 46,03 25 22 67 46",
        "325226746,03 25 22 67 46",
        "03.25.22.67.46,03 25 22 67 46"
    })
    void telephoneNumbersAreWrittenInPairs(String written, String number) {
        assertThat(Names.phone(written)).isEqualTo(number);
        assertThat(Names.phone("12")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"05/06/1993,1993-06-05", "5-6-93,1993-06-05", "2019-01-13,2019-01-13", "45123,2023-07-16"})
    void datesAreReadAsTheyAreWritten(String written, LocalDate date) {
        assertThat(Dates.read(written)).isEqualTo(new Dates.Cell.Day(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2019", "2019-13-01", "00/00/0000", "hier"})
    void impossibleDatesAreNoDates(String written) {
        assertThat(Dates.read(written)).isInstanceOf(Dates.Cell.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Colombey-les-Deux-Eglises,Colombey les Deux Églises",
        "COLOMBEY LES 2 EGLISES,Colombey les Deux Églises",
        "CHAUMONT CEDEX 9,Chaumont",
        "52121,Chaumont",
        "brottes,Chaumont"
    })
    void communesAreFoundInAnySpelling(String written, String name) {
        Network.Commune found = new CommuneFinder(RealFile.COMMUNES, Map.of()).find(written);
        assertThat(found).isNotNull().extracting(Network.Commune::name).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"Nogent-en-Bassigny,Nogent", "Froncels,Froncles", "Vitry les Nogent 52,Vitry-lès-Nogent"})
    void theNearestCommuneIsSuggestedAndNotTaken(String written, String name) {
        CommuneFinder finder = new CommuneFinder(RealFile.COMMUNES, Map.of());
        assertThat(finder.find(written)).isNull();
        assertThat(finder.suggest(written))
                .isNotNull()
                .extracting(Network.Commune::name)
                .isEqualTo(name);
        assertThat(finder.suggest("STE MENEHOULD")).isNull();
    }

    @Test
    void whatAJobSaysOfHealthIsNotKept() {
        assertThat(Sensitive.withoutHealth("Agent d’accueil (mi-temps \"thérapeutique\")"))
                .isEqualTo("Agent d’accueil");
        assertThat(Sensitive.withoutHealth("Cuisinier en mi-temps thérapeutique"))
                .isEqualTo("Cuisinier");
        assertThat(Sensitive.withoutHealth("Chargée de mission (handicap)")).isEqualTo("Chargée de mission (handicap)");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            part(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            part(zip, "xl/workbook.xml", """
                    <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Agents" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            part(zip, "xl/styles.xml", """
                    <?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            part(zip, "xl/worksheets/sheet1.xml", """
                    <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Matricule</t></is></c><c r="B1" t="inlineStr"><is><t>Nom</t></is></c><c r="C1" t="inlineStr"><is><t>Prénom</t></is></c><c r="D1" t="inlineStr"><is><t>Date entrée</t></is></c></row><row r="3"><c r="A3"><v>107</v></c><c r="B3" t="inlineStr"><is><t>BÉGIN</t></is></c><c r="C3" t="inlineStr"><is><t>Zoé</t></is></c><c r="D3" s="1"><v>45123</v></c></row></sheetData></worksheet>""");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.strip().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
