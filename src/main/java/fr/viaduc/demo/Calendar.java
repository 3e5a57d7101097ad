package fr.viaduc.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Turns the stories' "twelve working days ago" into moments, so that the network always looks alive. */
final class Calendar {

    private static final Pattern DAYS = Pattern.compile("(\\d+) (\\d\\d):(\\d\\d)");
    private static final Pattern AGO = Pattern.compile("-(\\d+)([mh])");
    private static final Pattern DATE = Pattern.compile("\\{\\+(\\d+)}");
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final LocalTime EVENING = LocalTime.of(21, 30);
    private static final LocalTime MORNING = LocalTime.of(6, 40);

    private final Instant now;
    private final ZoneId zone;

    Calendar(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The moment that a story names. */
    Instant moment(String when) {
        var days = DAYS.matcher(when);
        if (days.matches()) {
            var day = workingDays(today(), -Integer.parseInt(days.group(1)));
            var time = LocalTime.of(Integer.parseInt(days.group(2)), Integer.parseInt(days.group(3)));
            return ZonedDateTime.of(day, time, zone).toInstant();
        }
        var ago = AGO.matcher(when);
        if (ago.matches()) {
            long number = Long.parseLong(ago.group(1));
            return ago.group(2).equals("m") ? now.minus(Duration.ofMinutes(number)) : wakingHoursAgo(number);
        }
        throw new IllegalArgumentException("Not a moment: " + when);
    }

    /** So many hours ago in which people are up: whoever looks at dawn finds nothing written at two in the morning. */
    private Instant wakingHoursAgo(long hours) {
        var left = Duration.ofHours(hours);
        var at = now.atZone(zone);
        while (true) {
            var morning = at.toLocalDate().atTime(MORNING).atZone(zone);
            if (at.isBefore(morning)) {
                at = at.toLocalDate().minusDays(1).atTime(EVENING).atZone(zone);
            } else {
                var awake = Duration.between(morning, at);
                if (awake.compareTo(left) >= 0) {
                    return at.minus(left).toInstant();
                }
                left = left.minus(awake);
                at = at.toLocalDate().minusDays(1).atTime(EVENING).atZone(zone);
            }
        }
    }

    /** When the next person answers: some minutes or hours later, seldom at night, never in the future. */
    Instant answer(Instant before, Random random) {
        long minutes = 4 + (long) (random.nextDouble() * random.nextDouble() * 400);
        var next = before.plus(Duration.ofMinutes(minutes)).atZone(zone);
        if (next.toLocalTime().isAfter(EVENING)) {
            next = next.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).plusMinutes(minutes % 90);
        } else if (next.toLocalTime().isBefore(LocalTime.of(4, 0))) {
            next = next.toLocalDate().atTime(MORNING).atZone(zone).plusMinutes(minutes % 90);
        }
        var latest = now.minus(Duration.between(before, now).dividedBy(2));
        return next.toInstant().isBefore(latest) ? next.toInstant() : latest;
    }

    /** The text with its dates: {@code {+3}} becomes « jeudi 26 novembre », three working days after that moment. */
    String dated(String text, Instant moment) {
        return DATE.matcher(text).replaceAll(found -> {
            var day = workingDays(LocalDate.ofInstant(moment, zone), Integer.parseInt(found.group(1)));
            return FRENCH.format(day).replaceFirst(" 1 ", " 1er ").replace(' ', '\u00a0');
        });
    }

    LocalDate workingDays(LocalDate from, int number) {
        var day = from;
        int step = Integer.signum(number);
        for (int left = Math.abs(number); left > 0; ) {
            day = day.plusDays(step);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
