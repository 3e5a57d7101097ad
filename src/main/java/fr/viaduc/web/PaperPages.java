package fr.viaduc.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Makes pages of paper (PDF) of the house's own templates, in the type of the screen, which has the letters of all the names of
 * Europe written in Latin ones; the standard fonts of PDF have those of the west alone. The fonts are in the file, so that it
 * reads the same everywhere and for ever.
 */
@Component
public class PaperPages {
    static {
        // It tells on the console how long each step took.
        XRLog.setLoggingEnabled(false);
    }

    private record Face(String family, int weight, FontStyle style, byte[] font) {}

    private static final String TEXT = "Viaduc Text";
    private static final String TITLE = "Viaduc Title";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final TemplateEngine templates;
    private final List<Face> faces = List.of(
            new Face(TEXT, REGULAR, FontStyle.NORMAL, font("text.ttf")),
            new Face(TEXT, BOLD, FontStyle.NORMAL, font("text-bold.ttf")),
            new Face(TEXT, REGULAR, FontStyle.ITALIC, font("text-italic.ttf")),
            new Face(TITLE, BOLD, FontStyle.NORMAL, font("title.ttf")));

    PaperPages(TemplateEngine templates) {
        this.templates = templates;
    }

    /** The pages of a template that is written as XML; its drawings (SVG) are drawn. */
    public byte[] drawn(String template, Map<String, Object> parameters) {
        String xml = filled(template, parameters);
        return pdf(builder -> builder.useSVGDrawer(new BatikSVGDrawer()).withHtmlContent(xml, null));
    }

    /** The pages of a template. */
    public byte[] pdf(String template, Map<String, Object> parameters) {
        return pdf(template, parameters, document -> {});
    }

    /**
     * The pages of a template.
     *
     * @param finish changes what it says before it is laid out, such as where its pictures are
     */
    public byte[] pdf(String template, Map<String, Object> parameters, Consumer<Document> finish) {
        Document document = Jsoup.parse(filled(template, parameters));
        finish.accept(document);
        return pdf(builder -> builder.withW3cDocument(new W3CDom().fromJsoup(document), null));
    }

    /** A stored text for paper: nothing in it makes the renderer fetch anything. */
    public static String body(String html) {
        var text = Jsoup.parseBodyFragment(html);
        text.select("img, picture, video, audio, iframe, object, embed, source, link, style")
                .remove();
        return text.body().html();
    }

    private String filled(String template, Map<String, Object> parameters) {
        var html = new StringOutput();
        templates.render(template + ".jte", parameters, html);
        return html.toString();
    }

    private byte[] pdf(Consumer<PdfRendererBuilder> content) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        faces.forEach(face -> builder.useFont(
                () -> new ByteArrayInputStream(face.font()), face.family(), face.weight(), face.style(), true));
        content.accept(builder);
        try {
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static byte[] font(String name) {
        try (InputStream font = PaperPages.class.getResourceAsStream("/fonts/" + name)) {
            if (font == null) {
                throw new IllegalStateException("No font " + name);
            }
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
