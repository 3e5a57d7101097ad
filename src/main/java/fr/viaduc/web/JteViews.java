package fr.viaduc.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds a view by its template's name: "forum/topic" renders {@code forum/topic.jte}; "stream:replies/created" renders
 * a Turbo Stream; "redirect:/forum" sends the browser there (303, as after each write).
 */
final class JteViews implements ViewResolver, Ordered {
    private static final String STREAM = "stream:";
    private static final String REDIRECT = "redirect:";
    private static final int WORTH_COMPRESSING = 1024;
    private final TemplateEngine templates;

    JteViews(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            var view = new RedirectView(name.substring(REDIRECT.length()));
            view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
            view.setExposeModelAttributes(false);
            view.setExpandUriTemplateVariables(false);
            return view;
        }
        if (name.startsWith("forward:")) {
            return null;
        }
        return name.startsWith(STREAM)
                ? new JteView(
                        templates, name.substring(STREAM.length()) + ".jte", "text/vnd.turbo-stream.html;charset=UTF-8")
                : new JteView(templates, name + ".jte", "text/html;charset=UTF-8");
    }

    private record JteView(TemplateEngine templates, String template, String contentType) implements View {
        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var parameters = new java.util.HashMap<String, Object>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (value != null) {
                        parameters.put(key, value);
                    }
                });
            }
            var output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            response.setContentType(contentType);
            if (response.getHeader("Cache-Control") == null) {
                response.setHeader("Cache-Control", "no-store");
            }
            response.addHeader("Vary", "Accept-Encoding, Turbo-Frame");
            if (output.getContentLength() > WORTH_COMPRESSING && acceptsGzip(request)) {
                // The quickest level: pages are made for each viewer, and time counts more than the last kilobytes.
                var packed = new ByteArrayOutputStream(output.getContentLength() / 3);
                // A page is thousands of small pieces, and each call of the compressor has its price: all at once.
                try (var gzip = new QuickGzip(packed)) {
                    gzip.write(output.toByteArray());
                }
                response.setHeader("Content-Encoding", "gzip");
                response.setContentLength(packed.size());
                packed.writeTo(response.getOutputStream());
            } else {
                response.setContentLength(output.getContentLength());
                output.writeTo(response.getOutputStream());
            }
        }

        private static boolean acceptsGzip(HttpServletRequest request) {
            String accepted = request.getHeader("Accept-Encoding");
            return accepted != null && accepted.contains("gzip");
        }
    }

    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(ByteArrayOutputStream packed) throws IOException {
            super(packed, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
