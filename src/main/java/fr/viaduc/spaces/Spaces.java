package fr.viaduc.spaces;

import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.text.RichText;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens spaces, lets people in and out, and says where one may publish. */
@Service
@Transactional
public class Spaces {
    static final int PAGE = 30;
    private final SpaceRepository spaces;
    private final People people;
    private final StoredFiles files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Spaces(SpaceRepository spaces, People people, StoredFiles files, ApplicationEventPublisher events, Clock clock) {
        this.spaces = spaces;
        this.people = people;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** The space, if the viewer may know that it exists. */
    @Transactional(readOnly = true)
    public Optional<Space> find(Viewer viewer, String slug) {
        return spaces.find(viewer.id(), slug);
    }

    /** Spaces by id, in one statement; those that the viewer may not know of are missing. */
    @Transactional(readOnly = true)
    public Map<Long, SpaceLine> lines(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : spaces.lines(Set.copyOf(ids)).stream().collect(Collectors.toMap(SpaceLine::id, Function.identity()));
    }

    /** Whether the viewer may publish in the space. */
    public static boolean mayPost(Viewer viewer, Space space) {
        return space.mayPost() && !viewer.preview();
    }

    /** Where the viewer may publish: the network, their service, their groups. */
    @Transactional(readOnly = true)
    public List<SpaceLine> postable(Viewer viewer) {
        return viewer.preview() ? List.of() : spaces.postable();
    }

    @Transactional(readOnly = true)
    SpaceList list(Viewer viewer, SpaceList.Shelf shelf, String words, SpaceList.@Nullable After after) {
        List<Space> found = spaces.list(viewer.id(), shelf, words, after, PAGE + 1);
        if (found.size() <= PAGE) {
            return new SpaceList(shelf, words, found, null);
        }
        Space last = found.get(PAGE - 1);
        return new SpaceList(shelf, words, found.subList(0, PAGE), new SpaceList.After(last.name(), last.id()));
    }

    @Transactional(readOnly = true)
    boolean mayOpen(Viewer viewer) {
        return !viewer.preview() && spaces.mayOpen();
    }

    @Transactional(readOnly = true)
    Map<String, String> missions() {
        return spaces.missions();
    }

    /** Some of the people of a space, those who answer for it first. */
    @Transactional(readOnly = true)
    List<PersonLine> some(Viewer viewer, Space space, int limit) {
        List<Long> ids = space.unitId() != null
                ? spaces.team(space.unitId(), limit)
                : spaces.members(space.id(), List.of("member"), null, limit).stream()
                        .map(SpaceRepository.Entry::personId)
                        .toList();
        Map<Long, PersonLine> lines = people.lines(viewer, ids);
        List<PersonLine> ordered = new ArrayList<>();
        for (long id : ids) {
            PersonLine person = lines.get(id);
            if (person != null) {
                ordered.add(person);
            }
        }
        return ordered;
    }

    @Transactional(readOnly = true)
    MemberList members(Viewer viewer, Space space, SpaceList.@Nullable After after) {
        List<SpaceRepository.Entry> found = spaces.members(space.id(), List.of("member"), after, PAGE + 1);
        List<SpaceRepository.Entry> waiting =
                space.leads() ? spaces.members(space.id(), List.of("requested", "invited"), null, 200) : List.of();
        List<SpaceRepository.Entry> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Map<Long, PersonLine> lines = people.lines(
                viewer,
                java.util.stream.Stream.concat(shown.stream(), waiting.stream())
                        .map(SpaceRepository.Entry::personId)
                        .toList());
        SpaceList.After next = null;
        if (found.size() > PAGE) {
            var last = found.get(PAGE - 1);
            next = new SpaceList.After(last.order(), last.personId());
        }
        return new MemberList(
                named(shown, lines),
                named(
                        waiting.stream()
                                .filter(e -> e.part() == Space.Part.REQUESTED)
                                .toList(),
                        lines),
                named(
                        waiting.stream()
                                .filter(e -> e.part() == Space.Part.INVITED)
                                .toList(),
                        lines),
                next);
    }

    private static List<Member> named(List<SpaceRepository.Entry> entries, Map<Long, PersonLine> lines) {
        List<Member> members = new ArrayList<>();
        for (var entry : entries) {
            PersonLine person = lines.get(entry.personId());
            if (person != null) {
                members.add(entry.of(person));
            }
        }
        return members;
    }

    /**
     * Opens a group, the viewer its owner.
     *
     * @return its slug
     * @throws Forbidden when the settings leave that to others
     */
    public String open(Viewer viewer, NewSpaceForm form) {
        if (!mayOpen(viewer)) {
            throw new Forbidden();
        }
        return spaces.open(form, (form.name().hashCode() & 0xffff) % 6 + 1);
    }

    /** Joins, asks to, or accepts an invitation; returns what the viewer has become. */
    public Space.Part join(Viewer viewer, String slug, @Nullable String words) {
        Space space = known(viewer, slug);
        String state = viewer.preview() ? "refused" : spaces.join(space.id(), words);
        if (state == null) {
            throw new NotFound();
        }
        if (state.equals("refused")) {
            throw new Forbidden();
        }
        boolean member = state.equals("member");
        if (!space.part().member() && member) {
            events.publishEvent(new SpaceJoined(space.id(), viewer.id(), false));
        } else if (!member && space.part() != Space.Part.REQUESTED) {
            events.publishEvent(new JoinRequested(space.id(), viewer.id()));
        }
        return member ? Space.Part.MEMBER : Space.Part.REQUESTED;
    }

    /** Leaves, takes a request back, or declines. False when the viewer has to name another owner first. */
    public boolean leave(Viewer viewer, String slug) {
        Space space = known(viewer, slug);
        if (space.part().member() && !space.mayBeLeft()) {
            throw new Forbidden();
        }
        if (space.part() == Space.Part.OWNER && !spaces.ownedBesides(space.id(), viewer.id())) {
            return false;
        }
        if (!spaces.leave(space.id())) {
            throw new NotFound();
        }
        return true;
    }

    /** Invites people; those who had asked are members at once. Returns how many are new. */
    public int invite(Viewer viewer, String slug, Collection<Long> persons) {
        Space space = led(viewer, slug);
        if (!space.joined() || space.archived()) {
            throw new Forbidden();
        }
        List<SpaceRepository.Entry> invited = spaces.invite(space.id(), persons);
        for (var entry : invited) {
            events.publishEvent(
                    entry.part() == Space.Part.INVITED
                            ? new Invited(space.id(), entry.personId(), viewer.id())
                            : new SpaceJoined(space.id(), entry.personId(), true));
        }
        return invited.size();
    }

    public void answer(Viewer viewer, String slug, long person, boolean accepted) {
        Space space = led(viewer, slug);
        if (!spaces.answer(space.id(), person, accepted)) {
            throw new NotFound();
        }
        if (accepted) {
            events.publishEvent(new SpaceJoined(space.id(), person, true));
        }
    }

    /** Takes a member out, or an invitation back. */
    public void remove(Viewer viewer, String slug, long person) {
        Space space = led(viewer, slug);
        if (person == viewer.id()) {
            throw new Forbidden();
        }
        if (!spaces.remove(space.id(), person)) {
            throw new Forbidden();
        }
    }

    /** Gives a role. False when the space would be left without an owner. */
    public boolean setRole(Viewer viewer, String slug, long person, Space.Part role) {
        Space space = owned(viewer, slug);
        if (!role.member()) {
            throw new Forbidden();
        }
        if (role != Space.Part.OWNER && !spaces.ownedBesides(space.id(), person)) {
            return false;
        }
        if (!spaces.setRole(space.id(), person, role.word())) {
            throw new NotFound();
        }
        return true;
    }

    void welcomed(Viewer viewer, String slug) {
        spaces.welcomed(known(viewer, slug).id());
    }

    void pin(Viewer viewer, String slug, boolean pinned) {
        Space space = known(viewer, slug);
        if (pinned) {
            spaces.pin(viewer.id(), space.id());
        } else {
            spaces.unpin(viewer.id(), space.id());
        }
    }

    /** Changes the settings; returns the slug, which is another one when the space becomes secret. */
    String change(Viewer viewer, String slug, SettingsForm form) {
        Space space = owned(viewer, slug);
        String welcome = RichText.fromForm(form.welcome(), form.welcomeFormat());
        spaces.describe(space.id(), form, RichText.isBlank(welcome) ? null : welcome);
        if (!space.joined()) {
            return slug;
        }
        if (mayMakeMandatory(viewer) && form.mandatory() != space.mandatory()) {
            spaces.setMandatory(space.id(), form.mandatory());
        }
        return spaces.setRules(space.id(), form.access(), form.elected(), form.history());
    }

    static boolean mayMakeMandatory(Viewer viewer) {
        return viewer.isAny(Role.COMMUNICATION, Role.ADMINISTRATOR);
    }

    void archive(Viewer viewer, String slug, boolean archived) {
        Space space = owned(viewer, slug);
        if (!space.joined()) {
            throw new Forbidden();
        }
        spaces.setArchived(space.id(), archived ? OffsetDateTime.now(clock) : null);
    }

    /** Shows this picture of the viewer at the head of the space; null takes it away. */
    void cover(Viewer viewer, String slug, @Nullable StoredFile picture) {
        Space space = owned(viewer, slug);
        if (picture != null && !files.keep(List.of(picture.id()))) {
            throw new Forbidden();
        }
        spaces.setCover(space.id(), picture == null ? null : picture.id());
    }

    /** @throws NotFound when there is none that the viewer may know of */
    Space known(Viewer viewer, String slug) {
        return find(viewer, slug).orElseThrow(NotFound::new);
    }

    Space led(Viewer viewer, String slug) {
        Space space = known(viewer, slug);
        if (!space.leads()) {
            throw new Forbidden();
        }
        return space;
    }

    Space owned(Viewer viewer, String slug) {
        Space space = known(viewer, slug);
        if (!space.owns()) {
            throw new Forbidden();
        }
        return space;
    }
}
