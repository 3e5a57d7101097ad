package fr.viaduc.posts;

import fr.viaduc.files.Purpose;
import fr.viaduc.files.Rendition;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.files.UploadRefused;
import fr.viaduc.files.Uploads;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Page;
import fr.viaduc.web.UploadedFile;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What comes with the form of a post, new or changed: the sender's files, and people by their names. */
@Component
class PostReception {
    private final Posts posts;
    private final Uploads uploads;
    private final StoredFiles files;
    private final People people;

    PostReception(Posts posts, Uploads uploads, StoredFiles files, People people) {
        this.posts = posts;
        this.uploads = uploads;
        this.files = files;
        this.people = people;
    }

    /**
     * The form with what came beside it when no script ran: files and names. The files that are refused are told, the
     * others stay with the form even when something else is wrong with it.
     */
    PostForm receive(Page page, HttpServletRequest request, Map<String, String> errors, Map<String, String> refused)
            throws IOException {
        PostForm form = PostForm.of(typed(request));
        Viewer viewer = page.me();
        var pictures = new ArrayList<PostForm.Picture>();
        Set<Long> mine = own(viewer, form);
        form.pictures().stream().filter(picture -> mine.contains(picture.id())).forEach(pictures::add);
        for (long id :
                receive(page, request, "photos", Purpose.PICTURE, PostForm.MOST_PICTURES - pictures.size(), refused)) {
            pictures.add(new PostForm.Picture(id, "", false));
        }
        var files = new ArrayList<>(form.files().stream().filter(mine::contains).toList());
        files.addAll(
                receive(page, request, "fichiers", Purpose.ATTACHMENT, PostForm.MOST_FILES - files.size(), refused));
        if (mine.size() < form.pictures().size() + form.files().size()) {
            errors.put(form.files().stream().allMatch(mine::contains) ? "photos" : "fichiers", "posts.error.gone");
        }
        var thanked = new LinkedHashSet<>(form.thanked());
        var unknown = new ArrayList<String>();
        for (String name : form.thankedNames()) {
            posts.named(viewer, name).ifPresentOrElse(thanked::add, () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            errors.put("bravo", "posts.error.thanked");
        }
        return form.with(pictures, files, List.copyOf(thanked), unknown);
    }

    /** Those of the form's files that are the viewer's own and still there. */
    private Set<Long> own(Viewer viewer, PostForm form) {
        var ids = new ArrayList<>(form.files());
        form.pictures().forEach(picture -> ids.add(picture.id()));
        return files.find(ids).stream()
                .filter(file -> file.ownerId() == viewer.id() && file.state() != StoredFile.State.REFUSED)
                .map(StoredFile::id)
                .collect(Collectors.toSet());
    }

    private List<Long> receive(
            Page page, HttpServletRequest request, String field, Purpose purpose, int most, Map<String, String> refused)
            throws IOException {
        var received = new ArrayList<Long>();
        for (MultipartFile file : sent(request, field)) {
            if (received.size() >= most) {
                refused.put(field, page.t(field.equals("photos") ? "posts.error.pictures" : "posts.error.files"));
                return received;
            }
            try {
                received.add(uploads.receive(page.me().id(), file, purpose).id());
            } catch (UploadRefused refusal) {
                refused.put(field, page.t(refusal.messageKey(), refusal.arguments()));
            }
        }
        return received;
    }

    /** What the fields of a form show: what was sent, with the sender's own files and the names of people. */
    PostFields fields(Viewer viewer, PostForm form, Map<String, String> errors) {
        var ids = new ArrayList<Long>(form.files());
        form.pictures().forEach(picture -> ids.add(picture.id()));
        Map<Long, StoredFile> sent = new HashMap<>();
        files.find(ids).stream()
                .filter(file -> file.ownerId() == viewer.id())
                .forEach(file -> sent.put(file.id(), file));
        Map<Long, PersonLine> lines = people.lines(viewer, form.thanked());
        return new PostFields(
                form,
                form.pictures().stream()
                        .filter(picture -> sent.containsKey(picture.id()))
                        .map(picture -> row(
                                Objects.requireNonNull(sent.get(picture.id())),
                                picture,
                                errors.containsKey("photos-" + picture.id())))
                        .toList(),
                form.files().stream()
                        .filter(sent::containsKey)
                        .map(id -> row(Objects.requireNonNull(sent.get(id)), new PostForm.Picture(id, "", true), false))
                        .toList(),
                form.thanked().stream()
                        .map(lines::get)
                        .filter(Objects::nonNull)
                        .map(line -> new Choice(String.valueOf(line.id()), line.name()))
                        .toList());
    }

    private static UploadedFile row(StoredFile file, PostForm.Picture picture, boolean undescribed) {
        return new UploadedFile(
                file.id(),
                file.name(),
                file.picture() && file.ready() ? file.address(Rendition.THUMB) : null,
                file.state() == StoredFile.State.PROCESSING ? "/fichiers/" + file.id() : null,
                picture.alternative(),
                picture.decorative(),
                undescribed);
    }

    /** The values of each field as they were sent. */
    static Function<String, List<String>> typed(HttpServletRequest request) {
        return field -> {
            String[] values = request.getParameterValues(field);
            return values == null ? List.of() : List.of(values);
        };
    }

    private static List<MultipartFile> sent(HttpServletRequest request, String name) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null
                ? List.of()
                : multipart.getFiles(name).stream()
                        .filter(file -> !file.isEmpty())
                        .toList();
    }
}
