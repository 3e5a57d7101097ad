package fr.viaduc.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void anOrdinaryFrenchNameIsLeftAsItIs() {
        assertThat(FileName.clean("Arrêté n° 2026-114 (rue de la Gare).pdf"))
                .isEqualTo("Arrêté n° 2026-114 (rue de la Gare).pdf");
    }

    @Test
    void aPathIsReducedToItsLastPart() {
        assertThat(FileName.clean("C:\\Users\\Nadia\\plan.pdf")).isEqualTo("plan.pdf");
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("..")).isEqualTo("fichier");
    }

    @Test
    void aDirectionOverrideCannotDisguiseAProgram() {
        assertThat(FileName.clean("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
        assertThat(FileName.clean("a\u0000b\u200Bc\r\nd.txt")).isEqualTo("abc d.txt");
    }

    @Test
    void aNameOfNothingBecomesFichier() {
        assertThat(FileName.clean("")).isEqualTo("fichier");
        assertThat(FileName.clean(" . ")).isEqualTo("fichier");
    }

    @Test
    void aVeryLongNameIsCutAndKeepsItsExtension() {
        String name = FileName.clean("é".repeat(500) + ".pdf");
        assertThat(name).hasSize(200).endsWith("é.pdf");
        assertThat(FileName.clean("😀".repeat(500)).codePointCount(0, 400)).isEqualTo(200);
    }
}
