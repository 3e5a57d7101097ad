package fr.viaduc.blog;

import fr.viaduc.content.Item;
import fr.viaduc.files.Contents;
import fr.viaduc.files.Rendition;
import fr.viaduc.files.StoredFile;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Page;
import fr.viaduc.web.PaperPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Articles on paper: one on its page, or several in a bulletin for the walls of the sites. */
@Component
public class Paper {
    private static final Pattern FILE = Pattern.compile("/fichiers/(\\d{1,18})/.*");
    private final PaperPages pages;
    private final Contents contents;

    Paper(PaperPages pages, Contents contents) {
        this.pages = pages;
        this.contents = contents;
    }

    /** The sheet of paper. */
    public enum Sheet {
        A4,
        A3;

        static Sheet of(String word) {
            return word.equals("a3") ? A3 : A4;
        }
    }

    /**
     * An article to print, with who signs it.
     *
     * @param withPictures false when somebody whom they show has not agreed to be printed
     */
    public record Printed(Item item, Article article, List<PersonLine> authors, boolean withPictures) {}

    /**
     * A PDF of these articles, in their order.
     *
     * @param title the bulletin's; empty for an article alone
     */
    byte[] pdf(Page page, String title, Sheet sheet, List<Printed> articles) {
        return pages.pdf(
                "blog/paper", Map.of("page", page, "title", title, "sheet", sheet, "articles", articles), document -> {
                    document.select(".without-pictures img, .without-pictures figure")
                            .remove();
                    document.select("img").forEach(this::embed);
                });
    }

    /** Where the pictures of an article are on the network. */
    public static String address(StoredFile file) {
        return file.address(Rendition.MEDIUM);
    }

    /** A picture stands in the document itself: nothing is asked of any address while it is made. */
    private void embed(Element image) {
        Matcher file = FILE.matcher(image.attr("src"));
        try {
            var content = file.matches()
                    ? contents.read(Long.parseLong(file.group(1)), Rendition.MEDIUM)
                    : java.util.Optional.<Contents.Content>empty();
            if (content.isEmpty()) {
                image.remove();
                return;
            }
            image.removeAttr("width").removeAttr("height").removeAttr("loading");
            image.attr(
                    "src",
                    "data:" + content.get().mediaType() + ";base64,"
                            + Base64.getEncoder().encodeToString(content.get().bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
