package fr.viaduc.people;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import ezvcard.VCardVersion;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Organisation;
import fr.viaduc.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's card to keep in one's telephone: a file, or a code to show to its camera. */
@Controller
class CardController {
    private static final MediaType VCARD = new MediaType("text", "vcard", StandardCharsets.UTF_8);
    private final ProfileRepository profiles;
    private final Organisation organisation;

    CardController(ProfileRepository profiles, Organisation organisation) {
        this.profiles = profiles;
        this.organisation = organisation;
    }

    /** Version 3, which every telephone reads, or 4 where it is asked for. */
    @GetMapping("/annuaire/personnes/{id:\\d{1,18}}.vcf")
    ResponseEntity<byte[]> file(
            Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "3") String version) {
        Profile profile = profiles.find(viewer, id).orElseThrow(NotFound::new);
        String card = Card.of(profile, organisation).write(version.equals("4") ? VCardVersion.V4_0 : VCardVersion.V3_0);
        return ResponseEntity.ok()
                .contentType(VCARD)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(profile.name() + ".vcf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(card.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/annuaire/personnes/{id:\\d{1,18}}/code")
    String code(Viewer viewer, @PathVariable long id, Model model) throws WriterException {
        Profile profile = profiles.find(viewer, id).orElseThrow(NotFound::new);
        BitMatrix matrix = new QRCodeWriter()
                .encode(
                        Card.of(profile, organisation).write(VCardVersion.V3_0),
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(
                                EncodeHintType.CHARACTER_SET,
                                "UTF-8",
                                EncodeHintType.ERROR_CORRECTION,
                                ErrorCorrectionLevel.L,
                                EncodeHintType.MARGIN,
                                4));
        model.addAttribute("profile", profile);
        model.addAttribute("side", matrix.getWidth());
        model.addAttribute("path", path(matrix));
        return "people/code";
    }

    /** The dark modules, a row at a time. */
    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int start = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
                }
            }
        }
        return path.toString();
    }
}
