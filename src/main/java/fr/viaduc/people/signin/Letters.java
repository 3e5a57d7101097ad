package fr.viaduc.people.signin;

import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.Organisation;
import fr.viaduc.web.PaperPages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Letters with a code, one page each: the code exists on the paper and nowhere else. */
@Service
class Letters {
    private final LetterRepository letters;
    private final CodeRepository codes;
    private final EventLog log;
    private final PaperPages pages;
    private final Organisation organisation;

    Letters(LetterRepository letters, CodeRepository codes, EventLog log, PaperPages pages, Organisation organisation) {
        this.letters = letters;
        this.codes = codes;
        this.log = log;
        this.pages = pages;
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
        return pages.drawn(
                "people/signin/letters", Map.of("letters", written, "organisation", organisation, "address", address));
    }
}
