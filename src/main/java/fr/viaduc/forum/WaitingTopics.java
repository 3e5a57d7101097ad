package fr.viaduc.forum;

import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.OpenQuestions;
import fr.viaduc.web.Viewer;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The forum's questions that nobody has answered, or that no answer has settled. */
@Component
class WaitingTopics implements OpenQuestions {
    private final TopicRepository topics;
    private final Items items;

    WaitingTopics(TopicRepository topics, Items items) {
        this.topics = topics;
        this.items = items;
    }

    @Override
    public List<Item> unanswered(Viewer viewer, int most) {
        return items.find(viewer, topics.waiting(most)).stream()
                .sorted(Comparator.comparing(Item::at))
                .toList();
    }

    @Override
    public List<Item> undecided(Viewer viewer, int most) {
        List<Long> latest = topics.undecided(most);
        return items.find(viewer, latest).stream()
                .sorted(Comparator.comparingInt(topic -> latest.indexOf(topic.id())))
                .toList();
    }
}
