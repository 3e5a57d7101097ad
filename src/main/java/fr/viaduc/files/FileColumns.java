package fr.viaduc.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file is read together with what carries it, in one statement and under the rules of both. */
public final class FileColumns {
    private FileColumns() {}

    /** What to select of files.file, under names that meet no others; {@link #read} reads it. */
    public static String of(String alias) {
        return """
                %1$s.id as file_id, %1$s.owner_id as file_owner, %1$s.name as file_name, %1$s.media_type as file_type,
                %1$s.size as file_size, %1$s.width as file_width, %1$s.height as file_height, %1$s.state as file_state,
                %1$s.refusal as file_refusal, %1$s.purpose as file_purpose, %1$s.created_at as file_created_at
                """.formatted(alias);
    }

    /** The file of a row. */
    public static StoredFile read(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getLong("file_id"),
                row.getLong("file_owner"),
                row.getString("file_name"),
                row.getString("file_type"),
                row.getLong("file_size"),
                row.getObject("file_width", Integer.class),
                row.getObject("file_height", Integer.class),
                StoredFile.State.valueOf(row.getString("file_state").toUpperCase(Locale.ROOT)),
                refusal(row),
                Purpose.of(row.getString("file_purpose")),
                row.getObject("file_created_at", OffsetDateTime.class).toInstant());
    }

    /** The file of a row that may have none (an outer join). */
    public static @Nullable StoredFile readIfAny(ResultSet row) throws SQLException {
        return row.getObject("file_id") == null ? null : read(row);
    }

    private static @Nullable String refusal(ResultSet row) throws SQLException {
        return row.getString("file_refusal");
    }
}
