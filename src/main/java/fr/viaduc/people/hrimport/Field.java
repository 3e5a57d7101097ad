package fr.viaduc.people.hrimport;

import java.util.Arrays;
import java.util.List;

/** What a column of an HR file means to Viaduc. */
public enum Field {
    STAFF_NUMBER,
    CIVILITY,
    LAST_NAME,
    FIRST_NAME,
    FULL_NAME,
    JOB,
    UNIT_CODE,
    UNIT_NAME,
    POLE,
    SITE,
    COMMUNE,
    QUOTA,
    ARRIVAL,
    DEPARTURE,
    EMAIL,
    PHONE,
    MANAGER,
    /** Compared with the date of arrival while the line is read, then forgotten. */
    BIRTH_DATE,
    /** What an internal network must not hold: never read. */
    FORBIDDEN,
    /** Of no use to Viaduc, or not recognised: not read either. */
    UNUSED;

    /** Whether the values of such a column go any further than the parser. */
    public boolean kept() {
        return this != BIRTH_DATE && this != FORBIDDEN && this != UNUSED;
    }

    /** Whether a person may give this meaning to a column, or take it away. */
    public boolean choosable() {
        return kept() || this == UNUSED;
    }

    public String labelKey() {
        return "hrimport.field." + name();
    }

    public static List<Field> choices() {
        return Arrays.stream(values()).filter(Field::choosable).toList();
    }
}
