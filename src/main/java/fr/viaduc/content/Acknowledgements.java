package fr.viaduc.content;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for « J’ai pris connaissance », and saying it. A feature asks with {@link #ask} just after publishing its item, and
 * calls {@link #edited} after an edit.
 */
@Service
@Transactional
public class Acknowledgements {
    private final AcknowledgementRepository repository;
    private final Items items;
    private final Cards cards;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Acknowledgements(
            AcknowledgementRepository repository,
            Items items,
            Cards cards,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.items = items;
        this.cards = cards;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the viewer may ask it of these people: communication, human resources, administrators; heads of their service. */
    @Transactional(readOnly = true)
    public boolean mayAsk(Viewer viewer, long circleId) {
        return !viewer.preview() && repository.mayAsk(circleId);
    }

    /** Whether the viewer says what the item asks: its author, and those who write it with them. */
    @Transactional(readOnly = true)
    public boolean issues(Viewer viewer, long itemId) {
        return !viewer.preview() && repository.issues(itemId);
    }

    /**
     * Asks it of everybody in the item's circle; nothing when the form asks nothing. What is asked is announced with the
     * item: it is asked in the transaction that publishes, or before, and then its publication announces it.
     *
     * @throws Forbidden when the viewer may not ask it of these people
     */
    public void ask(Viewer viewer, long itemId, AcknowledgementForm form) {
        if (!form.wanted()) {
            return;
        }
        Item item = items.get(viewer, itemId);
        if (!mayAsk(viewer, item.circleId())) {
            throw new Forbidden();
        }
        var kind = Objects.requireNonNull(Acknowledgement.Kind.of(form.kind()));
        repository.ask(itemId, kind, Objects.requireNonNull(form.dueOn()), form.named() ? form.namedUntil() : null);
        if (item.seen()) {
            events.publishEvent(new Events.AcknowledgementAsked(itemId, item.version()));
        }
    }

    /**
     * Asks nothing any more of those who have not read it yet; it may then ask something else.
     *
     * @throws Forbidden once it was published
     */
    public void forget(Viewer viewer, long itemId) {
        if (viewer.preview() || items.get(viewer, itemId).publishedAt() != null) {
            throw new Forbidden();
        }
        repository.forget(itemId);
    }

    /** What was said of the former text does not count any more: everybody is asked anew, by that day. */
    public void askAgain(Viewer viewer, long itemId, LocalDate dueOn) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        if (repository.askAgain(itemId, dueOn)) {
            events.publishEvent(new Events.AcknowledgementAsked(
                    itemId, items.get(viewer, itemId).version()));
        }
    }

    /**
     * After an edit: asks again when its author says that the change matters and the text did change.
     *
     * @param before the item as it was before the edit
     */
    public void edited(Viewer viewer, Item before, AcknowledgementEdit change) {
        LocalDate day = change.dueOn();
        if (change.matters() && day != null && items.get(viewer, before.id()).version() > before.version()) {
            askAgain(viewer, before.id(), day);
        }
    }

    /**
     * The viewer says it, of the version before their eyes.
     *
     * @throws NotFound when they are not asked
     */
    public Acknowledgement.Outcome acknowledge(Viewer viewer, long itemId, int version) {
        Publishing.refusePreview(viewer);
        return switch (repository.acknowledge(itemId, version, clock.instant())) {
            case "done" -> Acknowledgement.Outcome.DONE;
            case "already" -> Acknowledgement.Outcome.ALREADY;
            case "changed" -> Acknowledgement.Outcome.CHANGED;
            default -> throw new NotFound();
        };
    }

    /** Takes it back, within the minute; says whether it did. */
    public boolean withdraw(Viewer viewer, long itemId) {
        Publishing.refusePreview(viewer);
        return repository.withdraw(itemId);
    }

    /**
     * How many have answered, for the issuer.
     *
     * @throws NotFound for anybody else
     */
    @Transactional(readOnly = true)
    public Acknowledgement.Totals totals(Viewer viewer, long itemId) {
        issued(viewer, itemId);
        return repository.totals(itemId);
    }

    /** The named list, or those who are missing on it; empty unless names were announced and are not over. */
    @Transactional(readOnly = true)
    public List<Acknowledgement.Line> list(
            Viewer viewer, long itemId, boolean said, String afterName, long afterId, int most) {
        issued(viewer, itemId);
        return repository.list(itemId, said, afterName, afterId, most);
    }

    /**
     * An item that asks, seen by who issued it.
     *
     * @throws NotFound when it asks nothing, or for anybody else
     */
    @Transactional(readOnly = true)
    Item issued(Viewer viewer, long itemId) {
        Item item = items.get(viewer, itemId);
        if (item.acknowledgement() == null || viewer.preview() || !repository.issues(itemId)) {
            throw new NotFound();
        }
        return item;
    }

    /** What may be signed on paper at the viewer's sites: due not longer than three months ago. */
    @Transactional(readOnly = true)
    List<Item> papers(Viewer viewer) {
        allowContact(viewer);
        return repository.papers(viewer, cards.kinds(), Acknowledgement.shownSince(LocalDate.now(clock)), 50);
    }

    /** An item to be signed on paper. */
    @Transactional(readOnly = true)
    Item paper(Viewer viewer, long itemId) {
        allowContact(viewer);
        Item item = items.get(viewer, itemId);
        if (item.acknowledgement() == null) {
            throw new NotFound();
        }
        return item;
    }

    /** Those of the viewer's sites who are asked, whether they have answered or not: a contact is not told. */
    @Transactional(readOnly = true)
    List<Acknowledgement.OnPaper> paperPeople(Viewer viewer, long itemId) {
        allowContact(viewer);
        return repository.paperPeople(itemId);
    }

    /** Records signatures of the version that was printed; says how many were taken. */
    int recordPaper(Viewer viewer, long itemId, int version, Collection<Long> persons, LocalDate day) {
        allowContact(viewer);
        return repository.recordPaper(itemId, version, persons, day, clock.instant());
    }

    private static void allowContact(Viewer viewer) {
        if (!viewer.is(Role.SITE_CONTACT) || viewer.preview()) {
            throw new Forbidden();
        }
    }
}
