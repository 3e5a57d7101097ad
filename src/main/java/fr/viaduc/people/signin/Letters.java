package fr.viaduc.people.signin;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.Organisation;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Letters with a code, one page each: the code exists on the paper and nowhere else. */
@Service
class Letters {

    static {
        // It tells on the console how long each step took.
        XRLog.setLoggingEnabled(false);
    }

    private final LetterRepository letters;
    private final CodeRepository codes;
    private final EventLog log;
    private final TemplateEngine templates;
    private final Organisation organisation;

    Letters(
            LetterRepository letters,
            CodeRepository codes,
            EventLog log,
            TemplateEngine templates,
            Organisation organisation) {
        this.letters = letters;
        this.codes = codes;
        this.log = log;
        this.templates = templates;
        this.organisation = organisation;
    }

    /** A code for each addressee, and the PDF to print; codes of earlier letters are worth nothing any more. */
    @SystemTransactional
    public byte[] print(LetterRepository.Audience audience, long by, String address) {
        List<Letter> written = letters.addressees(audience).stream()
                .map(person -> write(person, by, address))
                .toList();
        letters.record(audience, written.size(), by);
        return pdf(written, address);
    }

    private Letter write(Addressee person, long by, String address) {
        LetterCode code = codes.issue(person.id(), "letter", by);
        log.add(SignInKind.CODE_ISSUED, person.id(), by, "", "letter");
        QrCode qr = QrCode.of(address(address, person.staffNumber(), code));
        return new Letter(person, code.grouped(), qr.path(), qr.size());
    }

    /** After the # nothing is sent to the server: the code stands in no log of any machine on the way. */
    private static String address(String address, String staffNumber, LetterCode code) {
        return address + "/activation#m=" + URLEncoder.encode(staffNumber, StandardCharsets.UTF_8) + "&c="
                + code.characters();
    }

    private byte[] pdf(List<Letter> written, String address) {
        var html = new StringOutput();
        templates.render(
                "people/signin/letters.jte",
                Map.of("letters", written, "organisation", organisation, "address", address),
                html);
        // The standard fonts of PDF have no narrow no-break space.
        String text = html.toString().replace('\u202f', '\u00a0');
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useSVGDrawer(new BatikSVGDrawer())
                    .withHtmlContent(text, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
