package fr.viaduc.people;

import fr.viaduc.files.Pictures;
import fr.viaduc.files.Purpose;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.files.UploadRefused;
import fr.viaduc.files.Uploads;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One's portrait: sent, cut, taken away. */
@Controller
class PortraitController {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private final OwnProfileRepository own;
    private final Uploads uploads;
    private final StoredFiles files;
    private final Pictures pictures;

    PortraitController(OwnProfileRepository own, Uploads uploads, StoredFiles files, Pictures pictures) {
        this.own = own;
        this.uploads = uploads;
        this.files = files;
        this.pictures = pictures;
    }

    @PostMapping("/profil/portrait")
    String send(
            Viewer viewer,
            Page page,
            @RequestParam("portrait") MultipartFile portrait,
            @RequestParam(required = false) @Nullable Integer cropX,
            @RequestParam(required = false) @Nullable Integer cropY,
            @RequestParam(required = false) @Nullable Integer cropSize,
            Model model,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        StoredFile sent;
        try {
            sent = uploads.receive(viewer.id(), portrait, Purpose.AVATAR);
        } catch (UploadRefused refused) {
            response.setStatus(422);
            model.addAttribute("form", own.read(viewer));
            model.addAttribute("errors", Map.of("portrait", page.t(refused.messageKey(), refused.arguments())));
            model.addAttribute("pictureId", own.picture(viewer));
            return "people/own";
        }
        uploads.prepareNow(sent.id());
        long shown = sent.id();
        if (cropX != null && cropY != null && cropSize != null && cropSize > 0) {
            shown = cut(sent.id(), portrait, cropX, cropY, cropSize).orElse(shown);
        }
        replace(viewer, shown);
        Flash.say(response, "people.own.portrait.saved");
        return "redirect:/profil/modifier";
    }

    @PostMapping("/profil/portrait/retrait")
    String remove(Viewer viewer, HttpServletResponse response) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        replace(viewer, null);
        Flash.say(response, "people.own.portrait.removed");
        return "redirect:/profil/modifier";
    }

    private void replace(Viewer viewer, @Nullable Long fileId) {
        Long before = own.picture(viewer);
        if (fileId != null) {
            files.keep(List.of(fileId));
        }
        own.setPicture(viewer, fileId);
        if (before != null) {
            files.remove(before);
        }
    }

    /** Cuts the square out of the picture once it is prepared; the square is given in pixels of what was sent. */
    private Optional<Long> cut(long fileId, MultipartFile sent, int x, int y, int size)
            throws IOException, InterruptedException {
        Optional<StoredFile> ready = awaitReady(fileId);
        int longest = longestSide(sent);
        if (ready.isEmpty() || ready.get().width() == null || ready.get().height() == null || longest == 0) {
            return Optional.empty();
        }
        double scale = Math.max(ready.get().width(), ready.get().height()) / (double) longest;
        Optional<StoredFile> square = pictures.crop(
                fileId, (int) Math.round(x * scale), (int) Math.round(y * scale), (int) Math.round(size * scale));
        if (square.isPresent()) {
            files.remove(fileId);
        }
        return square.map(StoredFile::id);
    }

    /** Pictures are prepared in the background, within a second as a rule. */
    private Optional<StoredFile> awaitReady(long fileId) throws InterruptedException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            Optional<StoredFile> file = files.find(fileId);
            if (file.isEmpty() || file.get().state() != StoredFile.State.PROCESSING) {
                return file.filter(StoredFile::ready);
            }
            Thread.sleep(PAUSE);
        }
        return Optional.empty();
    }

    private static int longestSide(MultipartFile sent) throws IOException {
        try (var stream = sent.getInputStream();
                var image = ImageIO.createImageInputStream(stream)) {
            var readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                return Math.max(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }
}
