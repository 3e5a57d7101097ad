package fr.viaduc.forum;

import fr.viaduc.content.CommentActs;
import fr.viaduc.content.Item;
import fr.viaduc.content.ItemKind;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Viewer;
import java.util.Map;
import org.springframework.stereotype.Component;

/** « Citer » and « Retenir cette réponse », under each reply. */
@Component
class ReplyActs implements CommentActs {
    private final TopicRepository topics;
    private final Fragments fragments;

    ReplyActs(TopicRepository topics, Fragments fragments) {
        this.topics = topics;
        this.fragments = fragments;
    }

    @Override
    public ItemKind kind() {
        return Topic.KIND;
    }

    @Override
    public Drawing on(Viewer viewer, Item item) {
        Topic topic = topics.find(viewer, item.id()).orElse(null);
        return (page, comment) -> topic == null
                ? null
                : fragments.of("forum/replyActs", Map.of("page", page, "topic", topic, "comment", comment));
    }
}
