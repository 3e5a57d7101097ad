package fr.viaduc.content;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;

/** Makes pages of paper (PDF) of the house's own templates. */
@Component
class PaperPages {
    private final TemplateEngine templates;

    PaperPages(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] pdf(String template, Map<String, Object> parameters) {
        var html = new StringOutput();
        templates.render(template + ".jte", parameters, html);
        // The standard fonts of PDF have no narrow no-break space.
        var document = Jsoup.parse(html.toString().replace('\u202f', '\u00a0'));
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withW3cDocument(new W3CDom().fromJsoup(document), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** A stored text for paper: nothing in it makes the renderer fetch anything. */
    static String body(String html) {
        var text = Jsoup.parseBodyFragment(html);
        text.select("img, picture, video, audio, iframe, object, embed, source, link, style")
                .remove();
        return text.body().html();
    }
}
