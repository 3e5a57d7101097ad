package fr.viaduc.files;

/** What a file is uploaded for: decides what is accepted. */
public enum Purpose {
    ATTACHMENT,
    PICTURE,
    AVATAR,
    COVER;

    /** Whether only pictures are accepted. */
    public boolean picturesOnly() {
        return this != ATTACHMENT;
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Purpose of(String column) {
        return valueOf(column.toUpperCase(java.util.Locale.ROOT));
    }
}
