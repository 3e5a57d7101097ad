package fr.viaduc.blog;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import fr.viaduc.content.Item;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The blog for one reader's own program: with that reader's rights of this moment, and titles and chapôs only. */
@Controller
class AtomController {
    private static final int SIZE = 20;
    private final FeedKeys keys;
    private final AtomReading reading;
    private final Organisation organisation;

    AtomController(FeedKeys keys, AtomReading reading, Organisation organisation) {
        this.keys = keys;
        this.reading = reading;
        this.organisation = organisation;
    }

    @GetMapping("/blog/atom/{secret:[A-Za-z0-9_-]{43}}")
    ResponseEntity<byte[]> feed(@PathVariable String secret, HttpServletRequest request) throws FeedException {
        long reader = keys.reader(secret).orElseThrow(NotFound::new);
        AtomReading.Articles articles = ViewerContext.as(reader, () -> reading.latest(reader, SIZE));
        String base =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return ResponseEntity.ok()
                .header("Content-Type", "application/atom+xml;charset=UTF-8")
                .header("Cache-Control", "private, no-store")
                .header("X-Robots-Tag", "noindex")
                .body(new SyndFeedOutput().outputString(feed(articles, base)).getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("JavaUtilDate") // the library's own
    private SyndFeed feed(AtomReading.Articles articles, String base) {
        var feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setTitle(organisation.name());
        feed.setUri(base + "/blog");
        feed.setLink(base + "/blog");
        List<SyndEntry> entries = new ArrayList<>();
        for (Item item : articles.items()) {
            entries.add(entry(item, articles.authors(), base));
        }
        feed.setPublishedDate(Date.from(
                articles.items().stream().map(Item::at).max(Instant::compareTo).orElse(Instant.EPOCH)));
        feed.setEntries(entries);
        return feed;
    }

    @SuppressWarnings("JavaUtilDate") // the library's own
    private static SyndEntry entry(Item item, Map<Long, String> authors, String base) {
        var entry = new SyndEntryImpl();
        entry.setUri(base + "/blog/" + item.id());
        entry.setLink(base + Article.address(item));
        entry.setTitle(item.title());
        entry.setAuthor(authors.getOrDefault(item.authorId(), ""));
        entry.setPublishedDate(Date.from(item.at()));
        Instant edited = item.editedAt();
        entry.setUpdatedDate(Date.from(edited == null ? item.at() : edited));
        var summary = new SyndContentImpl();
        summary.setType("text/plain");
        summary.setValue(item.excerpt());
        entry.setDescription(summary);
        return entry;
    }
}
