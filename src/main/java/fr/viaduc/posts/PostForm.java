package fr.viaduc.posts;

import fr.viaduc.content.Attachment;
import fr.viaduc.content.Item;
import fr.viaduc.files.StoredFile;
import fr.viaduc.text.RichText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is sent; nothing in it is trusted.
 *
 * @param format "html" from the editor
 * @param audience values of {@link fr.viaduc.content.Audience}
 * @param pictures ids of pictures already sent, each once
 * @param files ids of files already sent
 * @param closesOn last day of the poll, null when there is none or it is not a date
 * @param thanked ids of the people thanked
 * @param thankedNames names of people thanked, as they are typed and not picked
 */
record PostForm(
        String text,
        String format,
        List<String> audience,
        List<Picture> pictures,
        List<Long> files,
        String link,
        String linkTitle,
        String question,
        List<String> options,
        boolean anonymous,
        boolean several,
        @Nullable LocalDate closesOn,
        List<Long> thanked,
        List<String> thankedNames,
        String returnTo,
        UUID key) {
    static final int MOST_PICTURES = 20;
    static final int MOST_FILES = 10;
    static final int MOST_OPTIONS = 6;
    static final int LONGEST = 200_000;
    private static final int LONGEST_ALTERNATIVE = 1000;

    /**
     * A picture already sent.
     *
     * @param alternative what it shows, empty when it was not said
     * @param decorative whether it says nothing that the text does not
     */
    record Picture(long id, String alternative, boolean decorative) {

        /** A picture says what it shows, or that there is nothing to say. */
        boolean described() {
            return decorative || !alternative.isBlank();
        }
    }

    /** @param fields gives the values of a field, none when it was not sent */
    static PostForm of(Function<String, List<String>> fields) {
        var read = new Fields(fields);
        return new PostForm(
                read.one("texte"),
                read.one("texteFormat"),
                read.all("audience"),
                read.pictures(),
                read.kept("fichiers"),
                read.one("lien"),
                read.one("lienTitre"),
                read.one("question"),
                read.all("reponse").stream().filter(option -> !option.isBlank()).toList(),
                !read.one("anonyme").equals("false"),
                read.one("plusieurs").equals("true"),
                read.date("jusquau"),
                read.kept("bravo"),
                List.of(read.one("bravo-saisie").split("[,;\n]")).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                read.one("retour"),
                read.key("idempotencyKey"));
    }

    /** The form to change a post, as the post stands. */
    static PostForm of(
            Item item, Post post, List<Attachment> attachments, List<String> audience, @Nullable LocalDate lastDay) {
        Poll poll = post.poll();
        List<Attachment> own = attachments.stream()
                .filter(file -> file.file().state() != StoredFile.State.REFUSED)
                .toList();
        return new PostForm(
                item.body(),
                "html",
                audience,
                own.stream()
                        .filter(Attachment::picture)
                        .map(picture -> new Picture(
                                picture.file().id(),
                                picture.alternative() == null ? "" : picture.alternative(),
                                picture.alternative() == null))
                        .toList(),
                own.stream()
                        .filter(file -> !file.picture())
                        .map(file -> file.file().id())
                        .toList(),
                post.link() == null ? "" : post.link(),
                post.linkTitle() == null ? "" : post.linkTitle(),
                poll == null ? "" : poll.question(),
                poll == null
                        ? List.of()
                        : poll.options().stream().map(Poll.Option::label).toList(),
                poll == null || poll.anonymous(),
                poll != null && poll.several(),
                lastDay,
                post.thanked(),
                List.of(),
                "",
                UUID.randomUUID());
    }

    /** The same with the poll as it stands, once it has been answered: only its last day is one's own to change. */
    PostForm keeping(Poll poll, LocalDate lastDay, boolean over) {
        return new PostForm(
                text,
                format,
                audience,
                pictures,
                files,
                link,
                linkTitle,
                poll.question(),
                poll.options().stream().map(Poll.Option::label).toList(),
                poll.anonymous(),
                poll.several(),
                over || closesOn == null ? lastDay : closesOn,
                thanked,
                thankedNames,
                returnTo,
                key);
    }

    /** The empty form, for an audience. */
    static PostForm blank(List<String> audience, String returnTo) {
        return of(field -> switch (field) {
            case "audience" -> audience;
            case "retour" -> List.of(returnTo);
            default -> List.of();
        });
    }

    /** The same with what came beside the text: files just received, people found by their names. */
    PostForm with(List<Picture> pictures, List<Long> files, List<Long> thanked, List<String> unknownNames) {
        return new PostForm(
                text,
                format,
                audience,
                List.copyOf(pictures),
                List.copyOf(files),
                link,
                linkTitle,
                question,
                options,
                anonymous,
                several,
                closesOn,
                List.copyOf(thanked),
                List.copyOf(unknownNames),
                returnTo,
                key);
    }

    /** The same for somebody else, from another place: what was typed stays. */
    PostForm addressed(List<String> to, String from) {
        return new PostForm(
                text,
                format,
                to,
                pictures,
                files,
                link,
                linkTitle,
                question,
                options,
                anonymous,
                several,
                closesOn,
                thanked,
                thankedNames,
                from,
                key);
    }

    boolean hasPoll() {
        return !question.isBlank() || !options.isEmpty();
    }

    /** What is wrong, field by field, as message keys. */
    Map<String, String> errors(LocalDate today) {
        return errors(today, null);
    }

    /**
     * What is wrong, field by field, as message keys.
     *
     * @param lastDay the last day of the poll as it stands, which may be past; null when there is none yet
     */
    Map<String, String> errors(LocalDate today, @Nullable LocalDate lastDay) {
        var errors = new LinkedHashMap<String, String>();
        boolean silent = RichText.isBlank(RichText.fromForm(text, format));
        if (audience.isEmpty()) {
            errors.put("audience", "posts.error.audience");
        }
        if (text.length() > LONGEST) {
            errors.put("texte", "posts.error.long");
        } else if (silent && pictures.isEmpty() && files.isEmpty() && link.isBlank() && !hasPoll()) {
            errors.put("texte", thanked.isEmpty() ? "posts.error.blank" : "posts.error.thanks");
        } else if (silent && !thanked.isEmpty()) {
            errors.put("texte", "posts.error.thanks");
        }
        pictureErrors(errors);
        if (files.size() > MOST_FILES) {
            errors.put("fichiers", "posts.error.files");
        }
        if (!link.isBlank() && !link.strip().matches("https?://\\S{3,2000}")) {
            errors.put("lien", "posts.error.link");
        }
        if (hasPoll()) {
            pollErrors(today, lastDay, errors);
        }
        return errors;
    }

    private void pictureErrors(Map<String, String> errors) {
        if (pictures.size() > MOST_PICTURES) {
            errors.put("photos", "posts.error.pictures");
        }
        for (Picture picture : pictures) {
            if (!picture.described()) {
                errors.put("photos-" + picture.id(), "posts.error.alternative");
            } else if (picture.alternative().length() > LONGEST_ALTERNATIVE) {
                errors.put("photos-" + picture.id(), "posts.error.alternativeLong");
            }
        }
    }

    private void pollErrors(LocalDate today, @Nullable LocalDate lastDay, Map<String, String> errors) {
        if (question.isBlank() || question.length() > 300) {
            errors.put("question", "posts.error.question");
        }
        if (options.size() < 2
                || options.size() > MOST_OPTIONS
                || options.stream().anyMatch(o -> o.length() > 200)) {
            errors.put("reponse-1", "posts.error.options");
        } else if (options.stream()
                        .map(o -> o.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < options.size()) {
            errors.put("reponse-1", "posts.error.sameOptions");
        }
        boolean kept = closesOn != null && closesOn.equals(lastDay);
        if (!kept && (closesOn == null || !closesOn.isAfter(today) || closesOn.isAfter(today.plusYears(1)))) {
            errors.put("jusquau", "posts.error.deadline");
        }
    }

    /** The fields as they were sent, read with care. */
    private record Fields(Function<String, List<String>> source) {

        List<String> all(String name) {
            return source.apply(name);
        }

        String one(String name) {
            List<String> values = all(name);
            return values.isEmpty() ? "" : values.getFirst();
        }

        List<Long> numbers(String name) {
            return numbers(all(name));
        }

        /** The numbers but those taken back, as one does without scripts. */
        List<Long> kept(String name) {
            List<Long> takenBack = numbers(name + "Retirees");
            return numbers(name).stream()
                    .filter(number -> !takenBack.contains(number))
                    .toList();
        }

        /** The pictures, with their alternative texts in the same order; those taken back are left out. */
        List<Picture> pictures() {
            List<String> alternatives = all("photosAlternative");
            List<Long> decorative = numbers("photosDecorative");
            List<Long> kept = kept("photos");
            List<Long> ids = numbers("photos");
            var pictures = new ArrayList<Picture>();
            for (int i = 0; i < ids.size(); i++) {
                long id = ids.get(i);
                if (kept.contains(id)) {
                    String alternative =
                            i < alternatives.size() ? alternatives.get(i).strip() : "";
                    pictures.add(new Picture(id, alternative, decorative.contains(id)));
                }
            }
            return List.copyOf(pictures);
        }

        @Nullable
        LocalDate date(String name) {
            String value = one(name);
            try {
                return value.isBlank() ? null : LocalDate.parse(value);
            } catch (DateTimeParseException notADate) {
                return null;
            }
        }

        UUID key(String name) {
            String given = one(name);
            try {
                // A form that begins has none; to find it out by an exception would cost more than all its other
                // fields.
                return given.isEmpty() ? UUID.randomUUID() : UUID.fromString(given);
            } catch (IllegalArgumentException none) {
                return UUID.randomUUID();
            }
        }

        private static List<Long> numbers(List<String> values) {
            return values.stream()
                    .filter(value -> value.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .distinct()
                    .toList();
        }
    }
}
