package fr.viaduc.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    private static final byte[] PROGRAM = new byte[256];

    static {
        PROGRAM[0] = 'M';
        PROGRAM[1] = 'Z';
    }

    @Test
    void theContentDecidesAndNotTheName() {
        assertThat(MediaTypes.detect("%PDF-1.7\n".getBytes(UTF_8), "photo.jpg")).isEqualTo("application/pdf");
    }

    @Test
    void theNameTellsTheOfficeFormatsApart() throws IOException {
        byte[] archive = zip("[Content_Types].xml");
        assertThat(MediaTypes.detect(archive, "note.docx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(MediaTypes.detect(archive, "budget.xlsx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(MediaTypes.isDangerous(archive, "note.docx")).isFalse();
    }

    @Test
    void aProgramIsRefusedUnderAnyName() {
        assertThat(MediaTypes.isDangerous(PROGRAM, "setup.exe")).isTrue();
        assertThat(MediaTypes.isDangerous(PROGRAM, "photo.jpg")).isTrue();
        assertThat(MediaTypes.isDangerous("\u007fELF\u0002\u0001\u0001".getBytes(UTF_8), "rapport.pdf"))
                .isTrue();
    }

    @Test
    void scriptsAndPagesAreRefusedUnderAnyName() {
        assertThat(MediaTypes.isDangerous("#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), "lisez-moi.txt"))
                .isTrue();
        assertThat(MediaTypes.isDangerous("<!DOCTYPE html><html><script>".getBytes(UTF_8), "note.txt"))
                .isTrue();
        assertThat(MediaTypes.isDangerous(
                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8),
                        "logo.png"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.bat", "a.ps1", "a.pdf.exe", "a.JS", "a.lnk", "a.html", "a.svg", "a.jar", "a.hta"})
    void aDangerousExtensionIsRefusedWhateverTheContent(String name) {
        assertThat(MediaTypes.isDangerous("bonjour".getBytes(UTF_8), name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.csv", "a.pdf", "a.odt", "a.dwg", "a.zip", "a.ics", "a.vcf", "a.mp4", "a"})
    void whatAgentsExchangeIsAccepted(String name) {
        assertThat(MediaTypes.isDangerous("bonjour".getBytes(UTF_8), name)).isFalse();
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<Types/>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
