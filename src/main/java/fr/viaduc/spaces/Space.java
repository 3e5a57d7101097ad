package fr.viaduc.spaces;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A space as its viewer sees it.
 *
 * @param circleId its members: who sees what is put here, unless said otherwise
 * @param shownTo the circle of those who may know that it exists
 * @param elected whether elected officials may be members
 * @param historyShown whether newcomers see what was published before they came
 * @param membersShown whether others than those who lead see who is a member
 * @param leadersPost whether only those who lead publish
 * @param welcome sanitised HTML
 * @param cover address of its picture
 * @param memberCount how many are members today
 * @param unitSlug of a service page, its unit's
 * @param part what the viewer is here
 * @param inside whether the viewer is in its circle: a member, or of the service
 * @param leads whether the viewer keeps order here
 * @param owns whether the viewer answers for it
 * @param mayPost whether the viewer may publish here
 * @param pinned whether the viewer keeps it first in their navigation
 */
public record Space(
        long id,
        String slug,
        String name,
        Kind kind,
        Access access,
        @Nullable String description,
        @Nullable String welcome,
        @Nullable String cover,
        int tint,
        long circleId,
        long shownTo,
        boolean mandatory,
        boolean elected,
        boolean historyShown,
        boolean membersShown,
        boolean leadersPost,
        int memberCount,
        @Nullable Long unitId,
        @Nullable String unitSlug,
        @Nullable Long missionId,
        @Nullable String missionName,
        @Nullable Instant archivedAt,
        Part part,
        boolean welcomed,
        boolean inside,
        boolean leads,
        boolean owns,
        boolean mayPost,
        boolean pinned) {

    /** What a space is for. */
    public enum Kind {
        NETWORK,
        SERVICE,
        GROUP,
        COMMUNITY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How one enters. */
    public enum Access {
        OPEN,
        REQUEST,
        INVITATION,
        /** Nobody else knows that it exists. */
        SECRET;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String icon() {
            return switch (this) {
                case OPEN -> "globe";
                case REQUEST -> "log-in";
                case INVITATION -> "mail";
                case SECRET -> "lock";
            };
        }

        static Access of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What one is in a space. */
    public enum Part {
        NONE,
        REQUESTED,
        INVITED,
        MEMBER,
        MODERATOR,
        OWNER;

        public boolean member() {
            return this == MEMBER || this == MODERATOR || this == OWNER;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Part of(@Nullable String state, @Nullable String role) {
            if (state == null || role == null) {
                return NONE;
            }
            return valueOf((state.equals("member") ? role : state).toUpperCase(Locale.ROOT));
        }
    }

    public String address() {
        return "/espaces/" + slug;
    }

    /** Whether people join it and leave it, one by one. */
    public boolean joined() {
        return kind == Kind.GROUP || kind == Kind.COMMUNITY;
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /** Whether someone who is not yet a member may become one by asking. */
    public boolean openTo(boolean agent) {
        return joined()
                && !archived()
                && !part.member()
                && part != Part.REQUESTED
                && (elected || agent)
                && (part == Part.INVITED || access == Access.OPEN || access == Access.REQUEST);
    }

    /** Whether one may leave it; the last owner is told to name another one. */
    public boolean mayBeLeft() {
        return joined() && part.member() && !mandatory;
    }

    /** Whether the welcome text is still to be shown to the viewer. */
    public boolean welcomes() {
        return welcome != null && part.member() && !welcomed;
    }

    public SpaceLine line() {
        return new SpaceLine(id, slug, name, kind, access, tint, circleId, memberCount, elected);
    }
}
