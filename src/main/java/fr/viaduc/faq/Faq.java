package fr.viaduc.faq;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Comment;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Events;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Publishing;
import fr.viaduc.content.Relations;
import fr.viaduc.database.DataFolder;
import fr.viaduc.text.RichText;
import fr.viaduc.text.Typography;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The use cases of the FAQ: answer, correct, check, judge, find. */
@Service
@Transactional
public class Faq {
    /** How many questions a page shows. */
    static final int SIZE = 30;

    private final FaqRepository repository;
    private final Publishing publishing;
    private final Relations relations;
    private final Items items;
    private final Comments comments;
    private final Audiences audiences;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final byte[] key;

    Faq(
            FaqRepository repository,
            Publishing publishing,
            Relations relations,
            Items items,
            Comments comments,
            Audiences audiences,
            Clock clock,
            ApplicationEventPublisher events,
            DataFolder folder) {
        this.repository = repository;
        this.publishing = publishing;
        this.relations = relations;
        this.items = items;
        this.comments = comments;
        this.audiences = audiences;
        this.clock = clock;
        this.events = events;
        this.key = folder.secret("faq voters");
    }

    /** Whether the viewer writes anywhere in the FAQ, as these categories say. */
    static boolean writes(Viewer viewer, List<Category> categories) {
        return !viewer.preview()
                && (viewer.isAny(Role.COMMUNICATION, Role.ADMINISTRATOR)
                        || categories.stream().anyMatch(Category::edited));
    }

    /** Communication and administrators arrange the categories and say who writes in them. */
    static boolean arranges(Viewer viewer) {
        return viewer.agent() && !viewer.preview() && viewer.isAny(Role.COMMUNICATION, Role.ADMINISTRATOR);
    }

    @Transactional(readOnly = true)
    Question get(Viewer viewer, long id) {
        return repository.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** The question, for who may change it. */
    @Transactional(readOnly = true)
    Question editable(Viewer viewer, long id) {
        Question question = get(viewer, id);
        if (!question.editable() || viewer.preview()) {
            throw new Forbidden();
        }
        return question;
    }

    /** What the words lead to, best first. */
    @Transactional(readOnly = true)
    List<Question> search(Viewer viewer, String words) {
        return repository.these(viewer, repository.search(words, SIZE));
    }

    @Transactional(readOnly = true)
    List<Question> alike(Viewer viewer, long id) {
        return repository.these(viewer, repository.alike(id, 5));
    }

    /** What a question can be made from: a topic with its accepted answer, if it has one. */
    record Source(Item item, String answer) {}

    /** The item to make a question from, and the words of the comment that answers it, or its own. */
    @Transactional(readOnly = true)
    Source source(Viewer viewer, long itemId) {
        Item item = items.get(viewer, itemId);
        Long answer = item.answerId();
        String words = answer == null
                ? ""
                : comments.find(viewer, itemId, answer).map(Comment::body).orElse("");
        return new Source(item, words);
    }

    /**
     * Publishes a question that has no errors.
     *
     * @return its id
     * @throws Forbidden when the viewer does not write there
     */
    long publish(Viewer viewer, QuestionForm form, Audience audience) {
        return publish(viewer, form, audiences.chosen(List.of(audience)).circleId());
    }

    /**
     * Publishes a question for a circle that its caller vouches for.
     *
     * @return its id
     * @throws Forbidden when the viewer does not write in that category, for that service
     */
    public long publish(Viewer viewer, QuestionForm form, long circle) {
        if (viewer.preview() || !repository.mayEdit(form.categoryId(), form.unitId())) {
            throw new Forbidden();
        }
        var published = publishing.publish(
                viewer,
                new NewItem(
                        Question.KIND,
                        Typography.of(form.title().strip()),
                        form.answer(),
                        form.format(),
                        circle,
                        List.of(),
                        List.of(),
                        false,
                        form.key()));
        if (published.isNew()) {
            repository.add(
                    published.itemId(),
                    form.categoryId(),
                    form.unitId(),
                    LocalDate.now(clock),
                    Objects.requireNonNull(form.reviewBy()));
            Long source = form.source();
            if (source != null) {
                relations.from(viewer, published.itemId(), source);
            }
        }
        return published.itemId();
    }

    /**
     * Changes a question; an answer that changed is judged anew.
     *
     * @param seen the version that the editor had before their eyes
     * @return false when somebody else has changed the answer meanwhile: nothing is saved
     */
    boolean revise(Viewer viewer, Question question, @Nullable Integer seen, QuestionForm form, long circle) {
        String body = RichText.fromForm(form.answer(), form.format());
        Boolean done = repository.revise(
                question.id(),
                seen,
                Typography.of(form.title().strip()),
                body,
                RichText.excerpt(body),
                circle,
                form.categoryId(),
                form.unitId(),
                Objects.requireNonNull(form.reviewBy()),
                clock.instant());
        if (done == null) {
            return false;
        }
        if (!done) {
            throw new Forbidden();
        }
        int version = items.get(viewer, question.id()).version();
        if (version > question.item().version()) {
            events.publishEvent(new Events.ItemEdited(question.id(), viewer.id(), version));
        }
        return true;
    }

    /** It is still true; it is to be checked again in a year. */
    void verify(Viewer viewer, long id) {
        editable(viewer, id);
        if (!repository.verify(id, LocalDate.now(clock).plusYears(1))) {
            throw new Forbidden();
        }
    }

    void move(Viewer viewer, long id, boolean up) {
        editable(viewer, id);
        if (!repository.move(id, up)) {
            throw new Forbidden();
        }
    }

    void withdraw(Viewer viewer, long id) {
        editable(viewer, id);
        if (!repository.withdraw(id)) {
            throw new Forbidden();
        }
        events.publishEvent(new Events.ItemRemoved(id, viewer.id()));
    }

    /** Counts an opinion; says "counted", "changed" or "already". */
    public String rate(Viewer viewer, long id, boolean helped) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        String outcome = repository.rate(id, key, helped, LocalDate.now(clock));
        if (outcome.equals("missing")) {
            throw new NotFound();
        }
        return outcome;
    }

    /** Opens a category, last of all; communication and administrators may. Returns its id, also when it was there. */
    public long open(String name, String icon) {
        return repository.addCategory(Question.slug(name), name, icon);
    }

    /** Says who writes in a category. */
    public void entrust(long category, Collection<Long> persons) {
        repository.setEditors(category, persons);
    }

    /** The services for which the viewer may answer: id → name. */
    @Transactional(readOnly = true)
    Map<String, String> units() {
        return repository.units();
    }
}
