package fr.viaduc.blog;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Lifecycle;
import fr.viaduc.text.RichText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is sent; nothing in it is trusted.
 *
 * @param files the pictures, film and documents that go with it, by the field they were sent in: ids, the last one counts
 *     where there is one place
 * @param version the one that was read before it was changed; 0 for a new article
 */
record ArticleForm(
        Article.Form form,
        String title,
        String lead,
        String body,
        String format,
        @Nullable Long category,
        List<String> audience,
        String tags,
        boolean withContents,
        Map<String, List<Long>> files,
        String coverAlternative,
        String coverCaption,
        String beforeAlternative,
        String afterAlternative,
        @Nullable Long unit,
        @Nullable Long site,
        List<Long> coauthors,
        List<Long> shown,
        boolean commentsOpen,
        Asking asking,
        int version,
        UUID key) {
    /**
     * What its readers are to acknowledge.
     *
     * @param form what is asked once it comes out
     * @param change what its author says of a change of what was read already
     */
    record Asking(AcknowledgementForm form, AcknowledgementEdit change) {
        static final Asking NOTHING = new Asking(AcknowledgementForm.NONE, AcknowledgementEdit.NONE);
    }

    static final String COVER = "couverture";
    static final String VIDEO = "film";
    static final String CAPTIONS = "sousTitres";
    static final String BEFORE = "avant";
    static final String AFTER = "apres";
    static final String DOCUMENTS = "documents";
    static final String PICTURES = "images";
    /** The fields in which files are sent. */
    static final List<String> FIELDS = List.of(COVER, VIDEO, CAPTIONS, BEFORE, AFTER, DOCUMENTS, PICTURES);

    static final int LONGEST_LEAD = 300;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_BODY = 1_000_000;
    private static final int MOST_PEOPLE = 30;

    static ArticleForm of(HttpServletRequest request) {
        return of(new Sent() {
            @Override
            public String text(String field) {
                String value = request.getParameter(field);
                return value == null ? "" : value;
            }

            @Override
            public List<String> values(String field) {
                String[] values = request.getParameterValues(field);
                return values == null ? List.of() : List.of(values);
            }
        });
    }

    /** As it was typed and not saved. */
    static ArticleForm of(Drafts.Draft draft) {
        return of(new Sent() {
            @Override
            public String text(String field) {
                return draft.value(field);
            }

            @Override
            public List<String> values(String field) {
                return draft.values(field);
            }
        });
    }

    /** The fields of a form, wherever they come from. */
    private interface Sent {
        String text(String field);

        List<String> values(String field);
    }

    private static ArticleForm of(Sent sent) {
        Map<String, List<Long>> files = new LinkedHashMap<>();
        for (String field : FIELDS) {
            List<Long> removed = numbers(sent.values(field + "Retirer"));
            files.put(
                    field,
                    numbers(sent.values(field)).stream()
                            .filter(id -> !removed.contains(id))
                            .toList());
        }
        return new ArticleForm(
                Article.Form.of(sent.text("forme")),
                sent.text("titre").strip(),
                sent.text("chapo").strip(),
                sent.text("texte"),
                sent.text("texteFormat"),
                number(sent.values("categorie")),
                sent.values("audience"),
                sent.text("motsCles"),
                sent.text("sommaire").equals("true"),
                files,
                sent.text("couvertureAlternative").strip(),
                sent.text("couvertureLegende").strip(),
                sent.text("avantAlternative").strip(),
                sent.text("apresAlternative").strip(),
                number(sent.values("service")),
                number(sent.values("site")),
                numbers(sent.values("coauteurs")),
                numbers(sent.values("personnes")),
                !sent.text("commentaires").equals("fermes"),
                new Asking(
                        AcknowledgementForm.of(sent::values),
                        new AcknowledgementEdit(false, sent.text("portee"), sent.text("echeance"))),
                version(sent.text("version")),
                key(sent.text("idempotencyKey")));
    }

    /** The empty form, for an audience. */
    static ArticleForm blank(Article.Form form, List<String> audience, @Nullable Long category) {
        return new ArticleForm(
                form,
                "",
                "",
                "",
                "html",
                category,
                audience,
                "",
                false,
                Map.of(),
                "",
                "",
                "",
                "",
                null,
                null,
                List.of(),
                List.of(),
                true,
                Asking.NOTHING,
                0,
                UUID.randomUUID());
    }

    /** The same with other files, those that came with it. */
    ArticleForm with(Map<String, List<Long>> received) {
        return copy(received, coauthors, shown, asking, version);
    }

    /** The same, written by these people and showing those. */
    ArticleForm with(List<Long> writing, List<Long> seen) {
        return copy(files, writing, seen, asking, version);
    }

    /** The same, which asks that. */
    ArticleForm with(Asking that) {
        return copy(files, coauthors, shown, that, version);
    }

    /** The same, to be saved over that version. */
    ArticleForm over(int current) {
        return copy(files, coauthors, shown, asking, current);
    }

    private ArticleForm copy(
            Map<String, List<Long>> received, List<Long> writing, List<Long> seen, Asking that, int current) {
        return new ArticleForm(
                form,
                title,
                lead,
                body,
                format,
                category,
                audience,
                tags,
                withContents,
                received,
                coverAlternative,
                coverCaption,
                beforeAlternative,
                afterAlternative,
                unit,
                site,
                writing,
                seen,
                commentsOpen,
                that,
                current,
                key);
    }

    /** What is wrong, field by field, as message keys: a draft asks little. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (title.isBlank()) {
            errors.put("titre", "blog.error.title");
        } else if (title.length() > LONGEST_TITLE) {
            errors.put("titre", "blog.error.titleLong");
        }
        if (lead.length() > LONGEST_LEAD) {
            errors.put("chapo", "blog.error.leadLong");
        }
        if (body.length() > LONGEST_BODY) {
            errors.put("texte", "blog.error.bodyLong");
        }
        if (audience.isEmpty()) {
            errors.put("audience", "blog.error.audience");
        }
        if (coauthors.size() > MOST_PEOPLE || shown.size() > MOST_PEOPLE) {
            errors.put("personnes", "blog.error.people");
        }
        return errors;
    }

    Lifecycle.Wording wording() {
        return new Lifecycle.Wording(fr.viaduc.text.Typography.of(title), lead, body, format);
    }

    /** The file of a place that holds one; the last that was sent. */
    @Nullable
    Long file(String field) {
        List<Long> sent = files.getOrDefault(field, List.of());
        return sent.isEmpty() ? null : sent.getLast();
    }

    List<Long> several(String field) {
        return files.getOrDefault(field, List.of());
    }

    /** The subjects, as they are typed: apart by commas. */
    List<String> tagNames() {
        return Arrays.stream(tags.split("[,;\n]", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether it says the same, whatever its version. */
    boolean sameAs(ArticleForm other) {
        return title.equals(other.title)
                && lead.equals(other.lead)
                && RichText.plain(body)
                        .strip()
                        .equals(RichText.plain(other.body).strip())
                && several(PICTURES).equals(other.several(PICTURES))
                && changes(other).isEmpty();
    }

    /** What differs from another besides the words, as the ends of message keys ("blog.change."). */
    List<String> changes(ArticleForm other) {
        Map<String, Object> theirs = other.besides();
        var changes = new ArrayList<String>();
        besides().forEach((name, value) -> {
            if (!value.equals(theirs.get(name))) {
                changes.add(name);
            }
        });
        return changes;
    }

    private Map<String, Object> besides() {
        var besides = new LinkedHashMap<String, Object>();
        besides.put("category", Optional.ofNullable(category));
        besides.put("tags", Set.copyOf(tagNames()));
        besides.put("cover", List.of(several(COVER), coverAlternative, coverCaption));
        besides.put("video", List.of(several(VIDEO), several(CAPTIONS)));
        besides.put("pair", List.of(several(BEFORE), beforeAlternative, several(AFTER), afterAlternative));
        besides.put("documents", several(DOCUMENTS));
        besides.put("place", List.of(Optional.ofNullable(unit), Optional.ofNullable(site)));
        besides.put("coauthors", Set.copyOf(coauthors));
        besides.put("shown", Set.copyOf(shown));
        besides.put("audience", Set.copyOf(audience));
        besides.put("contents", withContents);
        besides.put("comments", commentsOpen);
        besides.put("asking", asking.form());
        return besides;
    }

    private static List<Long> numbers(List<String> values) {
        var numbers = new ArrayList<Long>();
        for (String value : values) {
            if (value.matches("\\d{1,18}") && !numbers.contains(Long.valueOf(value))) {
                numbers.add(Long.valueOf(value));
            }
        }
        return List.copyOf(numbers);
    }

    private static @Nullable Long number(List<String> values) {
        List<Long> numbers = numbers(values);
        return numbers.isEmpty() ? null : numbers.getLast();
    }

    private static int version(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static UUID key(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
