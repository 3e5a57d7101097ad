package fr.viaduc.posts;

import fr.viaduc.content.Attachment;
import fr.viaduc.content.Attachments;
import fr.viaduc.content.Card;
import fr.viaduc.content.Item;
import fr.viaduc.content.ItemCards;
import fr.viaduc.content.ItemKind;
import fr.viaduc.content.Placement;
import fr.viaduc.content.Placements;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws posts wherever items are listed. */
@Component
@Transactional(readOnly = true)
class PostCards implements ItemCards {
    private final PostRepository posts;
    private final People people;
    private final Attachments attachments;
    private final Placements placements;
    private final Fragments fragments;

    PostCards(
            PostRepository posts, People people, Attachments attachments, Placements placements, Fragments fragments) {
        this.posts = posts;
        this.people = people;
        this.attachments = attachments;
        this.placements = placements;
        this.fragments = fragments;
    }

    @Override
    public Set<ItemKind> kinds() {
        return Set.of(Post.KIND);
    }

    @Override
    public String address(Item item) {
        return "/publications/" + item.id();
    }

    @Override
    public Map<Long, Card> cards(Page page, List<Item> items) {
        return cards(page, items, false);
    }

    /** The cards; whole, with all their pictures, on a page of their own. */
    Map<Long, Card> cards(Page page, List<Item> items, boolean whole) {
        List<Long> ids = items.stream().map(Item::id).toList();
        Map<Long, Post> details = posts.find(page.me(), ids);
        Map<Long, List<Attachment>> files = attachments.of(ids);
        Map<Long, List<Placement>> spaces = placements.of(ids);
        Set<Long> named = new LinkedHashSet<>();
        items.forEach(item -> named.add(item.authorId()));
        details.values().forEach(post -> named.addAll(post.thanked()));
        Map<Long, PersonLine> lines = people.lines(page.me(), named);
        Map<Long, Card> cards = new HashMap<>();
        for (Item item : items) {
            Post post = details.getOrDefault(item.id(), new Post(item.id(), null, null, null, List.of()));
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("page", page);
            parameters.put("item", item);
            parameters.put("post", post);
            PersonLine author = lines.get(item.authorId());
            if (author != null) {
                parameters.put("author", author);
            }
            parameters.put(
                    "thanked",
                    post.thanked().stream()
                            .map(lines::get)
                            .filter(Objects::nonNull)
                            .toList());
            parameters.put("attachments", files.getOrDefault(item.id(), List.of()));
            parameters.put("placements", spaces.getOrDefault(item.id(), List.of()));
            parameters.put("whole", whole);
            cards.put(item.id(), new Card(item, fragments.of("posts/card", parameters)));
        }
        return cards;
    }
}
