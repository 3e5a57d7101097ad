package fr.viaduc.forum;

import fr.viaduc.text.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A topic that holds the words looked for.
 *
 * @param reply the reply in which they are, null when in the topic itself
 * @param passage the text around them
 */
public record Found(TopicLine topic, @Nullable Long reply, Passage passage) {
    public String address() {
        return reply == null ? topic.address() : topic.address() + "?reponse=" + reply + "#commentaire-" + reply;
    }
}
