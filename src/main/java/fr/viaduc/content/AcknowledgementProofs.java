package fr.viaduc.content;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.viaduc.content.AcknowledgementRepository.Said;
import fr.viaduc.database.DataFolder;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.PaperPages;
import fr.viaduc.web.Viewer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proofs on paper: who acknowledged what, when, of which text. Each carries the fingerprint of the text (SHA-256) and a
 * seal (HMAC-SHA256 under a key of the house, cut to 128 bits) by which a forged or altered one is told.
 */
@Service
class AcknowledgementProofs {
    private static final Pattern REFERENCE = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,9})");
    private static final int SEAL = 32;
    private final AcknowledgementRepository repository;
    private final People people;
    private final PaperPages paper;
    private final JdbcClient system;
    private final SecretKeySpec key;

    AcknowledgementProofs(
            AcknowledgementRepository repository,
            People people,
            PaperPages paper,
            @Qualifier("system") JdbcClient system,
            DataFolder folder) {
        this.repository = repository;
        this.people = people;
        this.paper = paper;
        this.system = system;
        this.key = new SecretKeySpec(folder.secret("acknowledgement proofs"), "HmacSHA256");
    }

    /** The viewer's own, with the text as it was, whoever may read it now; of the latest version that they answered when it is 0. */
    @Transactional(readOnly = true)
    byte[] own(Viewer viewer, Page page, long itemId, int version) {
        Said said = repository.own(viewer, itemId, version).orElseThrow(NotFound::new);
        PersonLine person = Optional.ofNullable(
                        people.lines(viewer, List.of(viewer.id())).get(viewer.id()))
                .orElseThrow(NotFound::new);
        var text = repository.acknowledgedText(itemId, said.version()).orElseThrow(NotFound::new);
        return paper.pdf(
                "content/acknowledgementProof",
                Map.of(
                        "page",
                        page,
                        "kind",
                        text.kind(),
                        "published",
                        text.publishedAt(),
                        "title",
                        text.title(),
                        "body",
                        PaperPages.body(text.body()),
                        "proof",
                        proof(page, person, said)));
    }

    /** The issuer's list of those who said it. */
    byte[] list(Page page, Item item, List<Acknowledgement.Line> lines) {
        if (item.acknowledgement() == null
                || !item.acknowledgement().listed(page.dates().today())) {
            throw new NotFound();
        }
        Map<Long, PersonLine> names = people.lines(
                page.me(), lines.stream().map(Acknowledgement.Line::personId).toList());
        var proofs = new ArrayList<AcknowledgementProof>();
        for (Acknowledgement.Line line : lines) {
            PersonLine person = names.get(line.personId());
            if (person != null && line.at() != null && line.textHash() != null) {
                var said = new Said(
                        item.id(),
                        line.personId(),
                        line.version(),
                        line.at(),
                        line.signedOn() != null,
                        line.signedOn(),
                        line.textHash());
                proofs.add(proof(page, person, said));
            }
        }
        return paper.pdf("content/acknowledgementList", Map.of("page", page, "item", item, "proofs", proofs));
    }

    /** Whether that reference was sealed so by this house. */
    boolean genuine(String reference, String seal) {
        var parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return false;
        }
        String shown = seal.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return said(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)))
                .map(said -> MessageDigest.isEqual(seal(said).getBytes(US_ASCII), shown.getBytes(UTF_8)))
                .orElse(false);
    }

    private AcknowledgementProof proof(Page page, PersonLine person, Said said) {
        LocalDate signed = said.signedOn();
        return new AcknowledgementProof(
                person,
                said.version(),
                page.dates().full(said.at()),
                signed == null
                        ? page.t("content.acknowledgement.way.click")
                        : page.t(
                                "content.acknowledgement.way.paper",
                                page.dates().longDay(signed)),
                said.textHash(),
                said.reference(),
                seal(said).replaceAll("(.{4})(?=.)", "$1 "));
    }

    private String seal(Said said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String sealed = String.join(
                    "\n",
                    said.reference(),
                    String.valueOf(said.at().toEpochMilli()),
                    said.onPaper() ? "paper " + said.signedOn() : "click",
                    said.textHash());
            return HexFormat.of().formatHex(mac.doFinal(sealed.getBytes(UTF_8))).substring(0, SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Said> said(long itemId, long personId, int version) {
        return system.sql("""
                        select at, way, signed_on, encode(text_hash, 'hex') as text_hash
                          from content.acknowledgement_record(:item, :person, :version)
                        """)
                .param("item", itemId)
                .param("person", personId)
                .param("version", version)
                .query((row, number) -> new Said(
                        itemId,
                        personId,
                        version,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("way").equals("paper"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("text_hash")))
                .optional();
    }
}
