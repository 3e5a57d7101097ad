package fr.viaduc.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread of the network's life: posts and what people answered, in the words of those who wrote them. */
abstract class Story {

    private final List<Post> posts = new ArrayList<>();

    /** Tells everything, once. */
    abstract void tell();

    List<Post> posts() {
        if (posts.isEmpty()) {
            tell();
        }
        return posts;
    }

    /**
     * A post.
     *
     * @param when {@code "12 06:40"}: twelve working days ago at that time; {@code "-25m"}, {@code "-3h"}: before now
     * @param text Markdown; {@code @KARIM} mentions a person of the cast, {@code {+3}} is the date three working days later
     */
    Post post(Protagonist author, String when, String text, Target... audience) {
        var post = new Post(author, when, text.strip(), List.of(audience));
        posts.add(post);
        return post;
    }

    /** A post being told. */
    static final class Post {
        final Protagonist author;
        final String when;
        final String text;
        final List<Target> audience;
        final List<Picture> pictures = new ArrayList<>();
        final List<Remark> remarks = new ArrayList<>();
        final List<Protagonist> praised = new ArrayList<>();
        final List<String> options = new ArrayList<>();
        final List<Report> reports = new ArrayList<>();
        boolean anonymous;
        int pollDays;
        int winner;
        int thanks;
        boolean pinned;

        @Nullable
        Asked asked;

        private Post(Protagonist author, String when, String text, List<Target> audience) {
            this.author = author;
            this.when = when;
            this.text = text;
            this.audience = audience;
        }

        /** A comment. */
        Post then(Protagonist who, String what) {
            remarks.add(new Remark(who, what.strip(), false));
            return this;
        }

        /** A reply to the last comment. */
        Post reply(Protagonist who, String what) {
            remarks.add(new Remark(who, what.strip(), true));
            return this;
        }

        /** A picture of the demonstration's own, with what it shows. */
        Post picture(String name, String alternative) {
            pictures.add(new Picture(name, alternative));
            return this;
        }

        /** How many react. */
        Post thanks(int number) {
            thanks = number;
            return this;
        }

        /** Turns the post into a public thank-you to these people. */
        Post bravo(Protagonist... people) {
            praised.addAll(Arrays.asList(people));
            return this;
        }

        /** A poll open for that many days after its publication. */
        Post poll(int days, String... choices) {
            pollDays = days;
            options.addAll(Arrays.asList(choices));
            return this;
        }

        /** The answer, from 0, that most people gave to a poll that is over. */
        Post won(int answer) {
            winner = answer;
            return this;
        }

        Post anonymously() {
            anonymous = true;
            return this;
        }

        /** Somebody asks the moderators to look at it; nobody has yet. */
        Post reported(Protagonist who, String reason, String details) {
            reports.add(new Report(who, reason, details));
            return this;
        }

        /**
         * Asks for « J’ai pris connaissance ».
         *
         * @param kind "note", "safety" or "charter"
         * @param days by how many working days from today
         * @param named whether its author was announced to see names, for two months
         * @param percent how many of those asked have said it
         */
        Post asks(String kind, int days, boolean named, int percent) {
            asked = new Asked(kind, days, named, percent);
            return this;
        }

        /** Kept at the top of the spaces where it stands. */
        Post pinned() {
            pinned = true;
            return this;
        }
    }

    /** @param reason one of {@link fr.viaduc.content.Moderation#REASONS} */
    record Report(Protagonist reporter, String reason, String details) {}

    record Asked(String kind, int days, boolean named, int percent) {}

    record Picture(String name, String alternative) {}

    record Remark(Protagonist author, String text, boolean reply) {}
}
