package fr.viaduc.people;

import fr.viaduc.people.DirectoryQuery.Cursor;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposes people, skills and missions while one types. */
@RestController
class CompletionController {
    private static final int MOST = 8;
    private final DirectoryRepository directory;
    private final OwnProfileRepository own;

    CompletionController(DirectoryRepository directory, OwnProfileRepository own) {
        this.directory = directory;
        this.own = own;
    }

    /** A person proposed: value is the id, label the name, detail what tells homonyms apart. */
    public record Proposal(
            String value,
            String label,
            String detail,
            String initials,
            int tint,
            @Nullable String picture) {}

    /** Something proposed by its name. */
    public record Named(String value, String label, String detail) {}

    @GetMapping("/annuaire/completion")
    List<Proposal> people(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        if (q.isBlank()) {
            return List.of();
        }
        List<Cursor> found = directory.search(viewer, DirectoryQuery.words(q), MOST);
        return directory.found(viewer, found.stream().map(Cursor::id).toList()).stream()
                .map(person -> new Proposal(
                        String.valueOf(person.id()),
                        person.name(),
                        String.join(
                                ", ",
                                List.of(person.role(), person.unit().isEmpty() ? person.place() : person.unit())
                                        .stream()
                                        .filter(text -> !text.isEmpty())
                                        .toList()),
                        person.initials(),
                        person.tint(),
                        person.picture()))
                .toList();
    }

    @GetMapping("/profil/completion/competences")
    List<Named> skills(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return own.skills(viewer, q.strip(), MOST);
    }

    @GetMapping("/profil/completion/missions")
    List<Named> missions(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return own.missions(viewer, q.strip(), MOST);
    }
}
