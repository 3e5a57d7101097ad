package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The letters: one page a person, with a square that a telephone reads. */
@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class LettersTest {

    @Autowired
    Letters letters;

    @Autowired
    Colleagues colleagues;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Test
    void eachNewcomerHasAPageWhoseSquareOpensTheActivation() throws Exception {
        colleagues.newcomer("000901", "Agnès", "Bertin");
        colleagues.newcomer("000902", "Łukasz", "Sołtys-Őry");
        colleagues.agent("000903", "Déjà", "Connecté");
        long printer = colleagues.agent("000904", "Gaëlle", "Lécuyer");
        byte[] pdf = letters.print(
                new LetterRepository.Audience("all", 0, "Toutes"), printer, "https://viaduc.agglo-chaumont.example");
        Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve("lettres.pdf"), pdf);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Agnès Bertin", "Łukasz Sołtys-Őry", "000901", "viaduc.agglo-chaumont.example/activation")
                    .doesNotContain("Connecté");
            URI address = URI.create(read(new PDFRenderer(document).renderImageWithDPI(0, 150)));
            assertThat(address.getHost()).isEqualTo("viaduc.agglo-chaumont.example");
            assertThat(address.getPath()).isEqualTo("/activation");
            assertThat(address.getQuery())
                    .as("nothing secret goes to a server's log")
                    .isNull();
            assertThat(address.getFragment()).matches("m=000901&c=[A-Z0-9]{10}");

            var agnes = visitors.getObject();
            agnes.get("/activation");
            String code = address.getFragment().replaceFirst(".*&c=", "");
            assertThat(agnes.submitOnce("form[action=/activation]", Map.of("identifier", "901", "code", code))
                            .location())
                    .endsWith("/activation/mot-de-passe");
        }
        assertThat(colleagues
                        .database()
                        .sql("select count(*) from people.sign_in_event where kind = 'CODE_ISSUED' and actor_id = ?")
                        .param(printer)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private static String read(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
