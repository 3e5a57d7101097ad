package fr.viaduc.forum;

import fr.viaduc.content.Item;
import fr.viaduc.content.ItemKind;
import fr.viaduc.web.Viewer;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A topic as one viewer sees it, and who may do what with it.
 *
 * @param category where it stands; null when its category is no longer for this viewer
 * @param question whether it waits for an answer, or is a discussion
 * @param closedBy who closed it
 * @param answers replies by others than its author
 * @param referred whether it was handed to the category's referent
 * @param lastReply id of its latest reply, 0 when there is none
 * @param readings how often it was opened with something new in it
 * @param acceptedBy who accepted its answer
 * @param narrowedTo the circle to which it was narrowed within its category, null when it is for all of it
 * @param led whether the viewer keeps order in its category
 * @param seen id of the last reply that the viewer has seen, null when they have not opened it
 */
public record Topic(
        Item item,
        @Nullable Place category,
        boolean question,
        boolean pinned,
        @Nullable Long closedBy,
        int answers,
        boolean referred,
        long lastReply,
        int readings,
        @Nullable Long acceptedBy,
        @Nullable Long narrowedTo,
        boolean led,
        @Nullable Long seen) {
    public static final ItemKind KIND = new ItemKind("topic");

    /** Under ten, how often something was opened would say by whom. */
    private static final int FEWEST_READINGS = 10;

    private static final int LONGEST_SLUG = 70;

    /** The category of a topic, in short. */
    public record Place(long id, String slug, String name) {
        public String address() {
            return "/forum/rubriques/" + slug;
        }
    }

    public long id() {
        return item.id();
    }

    public String title() {
        return Objects.requireNonNullElse(item.title(), "");
    }

    public String address() {
        return address(item);
    }

    public static String address(Item item) {
        return address(item.id(), item.title());
    }

    static String address(long id, @Nullable String title) {
        String words = slug(title == null ? "" : title);
        return "/forum/" + id + (words.isEmpty() ? "" : "-" + words);
    }

    /** Where a reply is, whichever part of the discussion it stands in. */
    public static String replyAddress(Item item, long reply) {
        return address(item) + "?reponse=" + reply + "#commentaire-" + reply;
    }

    public boolean resolved() {
        return item.answerId() != null;
    }

    public boolean closed() {
        return !item.commentsOpen();
    }

    /** A question that nobody has answered. */
    public boolean waiting() {
        return question && answers == 0 && !resolved() && !closed();
    }

    /** Whether that reply is new to the viewer; nothing is, to those who open the topic for the first time. */
    public boolean isNew(long reply) {
        return seen != null && reply > seen;
    }

    /** Whether opening it now shows something that the viewer had not seen. */
    public boolean hasNews() {
        return seen == null || seen < lastReply;
    }

    /** How often it was read, or 0 while that is too few to be told. */
    public int tellableReadings() {
        return readings < FEWEST_READINGS ? 0 : readings;
    }

    public boolean ledBy(Viewer viewer) {
        return led && !viewer.preview();
    }

    /** Its author accepts an answer, or those who keep order. */
    public boolean acceptsAnswerFrom(Viewer viewer) {
        return question && !viewer.preview() && (led || item.writtenBy(viewer));
    }

    /** Its author may close it. */
    public boolean closableBy(Viewer viewer) {
        return !closed() && !viewer.preview() && (led || item.writtenBy(viewer));
    }

    /** Its author opens again what they closed themselves. */
    public boolean reopenableBy(Viewer viewer) {
        return closed()
                && !viewer.preview()
                && (led || (item.writtenBy(viewer) && Objects.equals(closedBy, viewer.id())));
    }

    /** Moving shows to others what was said: its author may, until somebody else has answered. */
    public boolean movableBy(Viewer viewer) {
        return !viewer.preview() && (led || (item.writtenBy(viewer) && answers == 0));
    }

    /** Its author writes the subjects, or those who keep order. */
    public boolean taggableBy(Viewer viewer) {
        return !viewer.preview() && (led || item.writtenBy(viewer));
    }

    /** Words as an address writes them: « Où trouver les EPI ? » is « ou-trouver-les-epi ». */
    public static String slug(String words) {
        String plain = Normalizer.normalize(
                        words.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.length() <= LONGEST_SLUG) {
            return plain;
        }
        int cut = plain.lastIndexOf('-', LONGEST_SLUG);
        return plain.substring(0, cut > 0 ? cut : LONGEST_SLUG);
    }
}
