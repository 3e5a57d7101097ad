package fr.viaduc.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and hours as people say them: « il y a 5 min », « hier, 16 h 20 », « lundi 23 novembre 2026 à 14 h 30 ». */
public final class Dates {
    private static final char NBSP = '\u00a0';
    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ZoneId zone;
    private final Locale locale;
    private final boolean french;

    public Dates(Clock clock, Locale locale) {
        this.clock = clock;
        this.zone = clock.getZone();
        this.locale = locale;
        this.french = !locale.getLanguage().equals("en");
    }

    /** The present moment, by the clock that every page reads. */
    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** When something was said: the closer, the more precise. */
    public String ago(Instant instant) {
        var moment = instant.atZone(zone);
        var now = clock.instant().atZone(zone);
        long minutes = Duration.between(moment, now).toMinutes();
        if (minutes >= 0 && minutes < 1) {
            return french ? "à l’instant" : "just now";
        }
        if (minutes >= 0 && minutes < 60) {
            return french ? "il y a " + minutes + NBSP + "min" : minutes + NBSP + "min ago";
        }
        long days = ChronoUnit.DAYS.between(moment.toLocalDate(), now.toLocalDate());
        if (days == 0) {
            return french ? "aujourd’hui, " + hour(moment.toLocalTime()) : "today, " + hour(moment.toLocalTime());
        }
        if (days == 1) {
            return french ? "hier, " + hour(moment.toLocalTime()) : "yesterday, " + hour(moment.toLocalTime());
        }
        if (days > 1 && days < 7) {
            return moment.format(pattern("EEEE")) + ", " + hour(moment.toLocalTime());
        }
        return day(moment.toLocalDate());
    }

    /** « 20 novembre », with the year when it is another one; « 1er » keeps its letters. */
    public String day(LocalDate date) {
        String month = date.format(pattern(date.getYear() == today().getYear() ? "MMMM" : "MMMM yyyy"));
        return french ? first(date) + NBSP + month : date.getDayOfMonth() + NBSP + month;
    }

    /** « lundi 23 novembre 2026 ». */
    public String longDay(LocalDate date) {
        return french
                ? date.format(pattern("EEEE")) + " " + first(date) + NBSP + date.format(pattern("MMMM yyyy"))
                : date.format(pattern("EEEE d MMMM yyyy"));
    }

    /** « mardi 24 novembre », as the home page greets. */
    public String weekday(LocalDate date) {
        return french
                ? date.format(pattern("EEEE")) + " " + first(date) + NBSP + date.format(pattern("MMMM"))
                : date.format(pattern("EEEE d MMMM"));
    }

    /** « lundi 23 novembre 2026 à 14 h 30 ». */
    public String full(Instant instant) {
        var moment = instant.atZone(zone);
        return longDay(moment.toLocalDate()) + (french ? " à " : " at ") + hour(moment.toLocalTime());
    }

    /** « 14 h 30 », « 9 h ». */
    public String hour(LocalTime time) {
        if (!french) {
            return time.format(pattern("HH:mm"));
        }
        String hours = time.getHour() + "" + NBSP + "h";
        return time.getMinute() == 0 ? hours : hours + NBSP + (time.getMinute() < 10 ? "0" : "") + time.getMinute();
    }

    /** The hour of a moment. */
    public String hour(Instant instant) {
        return hour(instant.atZone(zone).toLocalTime());
    }

    /** The day that heads a group of the feed: « Aujourd’hui », « Hier », « lundi 16 novembre ». */
    public String feedDay(Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(date, today());
        if (days == 0) {
            return french ? "Aujourd’hui" : "Today";
        }
        if (days == 1) {
            return french ? "Hier" : "Yesterday";
        }
        String said = days < 300 ? weekday(date) : longDay(date);
        return said.substring(0, 1).toUpperCase(locale) + said.substring(1);
    }

    /** ISO form for the {@code datetime} attribute. */
    public String iso(Instant instant) {
        return instant.atZone(zone)
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    public LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private String first(LocalDate date) {
        return date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
    }

    private DateTimeFormatter pattern(String pattern) {
        return FORMATS.computeIfAbsent(
                french ? pattern : "en:" + pattern,
                ignored -> DateTimeFormatter.ofPattern(pattern, french ? Locale.FRENCH : Locale.ENGLISH));
    }
}
