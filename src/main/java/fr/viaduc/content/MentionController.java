package fr.viaduc.content;

import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposes whom to mention while one types « @ »: only people who see the item, or who will. */
@RestController
class MentionController {
    private final Mentions mentions;
    private final Items items;
    private final Audiences audiences;
    private final People people;

    MentionController(Mentions mentions, Items items, Audiences audiences, People people) {
        this.mentions = mentions;
        this.items = items;
        this.audiences = audiences;
        this.people = people;
    }

    /** A person proposed: value is the id, label the name, detail what tells homonyms apart. */
    public record Proposal(String value, String label, String detail) {}

    @GetMapping("/mentions")
    List<Proposal> propose(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long publication,
            @RequestParam(defaultValue = "") List<String> audience) {
        List<Long> circles = publication != null
                ? List.of(items.get(viewer, publication).circleId())
                : audiences.named(viewer, audience).stream()
                        .map(Audience::circleId)
                        .toList();
        List<Long> found = mentions.proposals(viewer, circles, q);
        Map<Long, PersonLine> lines = people.lines(viewer, found);
        return found.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .map(line -> new Proposal(
                        String.valueOf(line.id()),
                        line.name(),
                        String.join(
                                ", ",
                                Stream.of(line.role(), line.unit().isEmpty() ? line.place() : line.unit())
                                        .filter(text -> !text.isEmpty())
                                        .toList())))
                .toList();
    }
}
