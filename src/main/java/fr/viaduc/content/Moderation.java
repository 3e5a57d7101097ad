package fr.viaduc.content;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports and what becomes of them. A moderator reads the copy that a report carries, and nothing more. */
@Service
@Transactional
public class Moderation {
    public static final Set<String> REASONS = Set.of("hurtful", "private", "false", "illegal", "off_topic", "other");

    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Moderation(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A report, with the copy of what is reported.
     *
     * @param state "open", "kept" or "removed"
     * @param body sanitised HTML as it was when it was reported
     */
    public record Report(
            long id,
            @Nullable Long itemId,
            @Nullable Long commentId,
            long reporterId,
            long authorId,
            String reason,
            String details,
            @Nullable String title,
            String body,
            Instant at,
            String state,
            String answer) {}

    /** Reports an item (comment null) or a comment to the moderators. */
    public void report(Viewer viewer, long itemId, @Nullable Long commentId, String reason, String details) {
        Publishing.refusePreview(viewer);
        if (!REASONS.contains(reason)) {
            throw new Forbidden();
        }
        Long report = database.sql("select content.report_item(:item, :comment, :reason, :details)")
                .param("item", itemId)
                .param("comment", commentId)
                .param("reason", reason)
                .param("details", details)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (report == null) {
            throw new NotFound();
        }
        events.publishEvent(new Events.Reported(report));
    }

    /**
     * What became of a report, for whoever made it.
     *
     * @param comment whether it was about a comment
     * @param removed whether what was reported was taken away
     * @param answer the moderators' words, empty when there were none
     * @param read whether the reporter has said that they read this
     */
    public record Answer(
            long id,
            boolean comment,
            String reason,
            String details,
            Instant at,
            Instant answeredAt,
            boolean removed,
            String answer,
            boolean read) {}

    /** The answer to a report of the viewer's own; empty when it is another's, or waits for its answer. */
    @Transactional(readOnly = true)
    public Optional<Answer> answer(Viewer viewer, long reportId) {
        return database.sql("""
                        select id, comment_id is not null as comment, reason, coalesce(details, '') as details, created_at,
                               handled_at, state = 'removed' as removed, coalesce(answer, '') as answer,
                               answer_read_at is not null as read
                          from content.report
                         where id = :id and reporter_id = :viewer and state <> 'open'
                        """)
                .param("id", reportId)
                .param("viewer", viewer.id())
                .query((row, number) -> new Answer(
                        row.getLong("id"),
                        row.getBoolean("comment"),
                        row.getString("reason"),
                        row.getString("details"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("handled_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("removed"),
                        row.getString("answer"),
                        row.getBoolean("read")))
                .optional();
    }

    /** The viewer has read the answer to a report of theirs. Returns whether there is such an answer. */
    public boolean readAnswer(long reportId) {
        return database.sql("select content.read_answer(?)")
                .param(reportId)
                .query(Boolean.class)
                .single();
    }

    /** The reports still open (or the last handled ones), oldest first. */
    @Transactional(readOnly = true)
    public List<Report> queue(Viewer viewer, boolean open) {
        allow(viewer);
        return database.sql("""
                        select id, item_id, comment_id, reporter_id, (copy ->> 'author')::bigint as author_id, reason,
                               coalesce(details, '') as details, copy ->> 'title' as title, copy ->> 'body' as body, created_at as at,
                               state, coalesce(answer, '') as answer
                          from content.report
                         where (state = 'open') = :open
                         order by case when :open then created_at end, handled_at desc
                         limit 100
                        """)
                .param("open", open)
                .query((row, number) -> new Report(
                        row.getLong("id"),
                        row.getObject("item_id", Long.class),
                        row.getObject("comment_id", Long.class),
                        row.getLong("reporter_id"),
                        row.getLong("author_id"),
                        row.getString("reason"),
                        row.getString("details"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("state"),
                        row.getString("answer")))
                .list();
    }

    /**
     * Decides: what was reported stays, or is taken away.
     *
     * @param answer said to its author when it is taken away, and to the reporter
     */
    public void decide(Viewer viewer, long reportId, boolean removed, String answer) {
        allow(viewer);
        var report = database.sql("select item_id, comment_id from content.report where id = :id and state = 'open'")
                .param("id", reportId)
                .query((row, number) ->
                        new Target(row.getObject("item_id", Long.class), row.getObject("comment_id", Long.class)))
                .optional()
                .orElseThrow(NotFound::new);
        if (removed && report.itemId() != null) {
            database.sql("select content.take_away(:item, :comment, :reason)")
                    .param("item", report.itemId())
                    .param("comment", report.commentId())
                    .param("reason", answer)
                    .query(Boolean.class)
                    .single();
        }
        database.sql("""
                        update content.report set state = :state, handled_by = :viewer, handled_at = :now, answer = :answer
                         where state = 'open' and (id = :id or (item_id = :item and comment_id is not distinct from :comment::bigint))
                        """)
                .param("id", reportId)
                .param("item", report.itemId())
                .param("comment", report.commentId())
                .param("state", removed ? "removed" : "kept")
                .param("viewer", viewer.id())
                .param("now", OffsetDateTime.now(clock))
                .param("answer", answer)
                .update();
    }

    private record Target(@Nullable Long itemId, @Nullable Long commentId) {}

    private static void allow(Viewer viewer) {
        if (!viewer.is(Role.MODERATOR) || viewer.preview()) {
            throw new Forbidden();
        }
    }
}
