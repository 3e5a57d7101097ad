package fr.viaduc.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A person's browser without JavaScript: keeps cookies, reads pages, fills in and sends their forms. */
public final class Visitor {

    private final URI base;
    private final CookieManager cookies = new LocalCookies();
    private final HttpClient client;
    private @Nullable Answer last;

    public Visitor(String base) {
        this.base = URI.create(base);
        // The session's cookie is Secure, which browsers accept on localhost and the JDK's cookie store does not.
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Takes a cookie that was given to somebody else, as one who found their browser open. */
    public void takeCookie(Answer given, String name) {
        List<String> taken = given.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains(name + "="))
                .toList();
        if (taken.size() != 1) {
            throw new IllegalStateException("No one cookie " + name + " was given");
        }
        try {
            cookies.put(base, Map.of("Set-Cookie", taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page, following redirections. */
    public Answer get(String path) {
        return follow(send(HttpRequest.newBuilder(resolve(path)).GET()));
    }

    /** Opens a page without following redirections. */
    public Answer getOnce(String path) {
        return remember(send(HttpRequest.newBuilder(resolve(path)).GET()));
    }

    /** Sends a form of the last page as it stands, with these fields filled in; follows redirections. */
    public Answer submit(String formSelector, Map<String, String> fields) {
        return follow(submitOnce(formSelector, fields));
    }

    /** As {@link #submit}, without following redirections. */
    public Answer submitOnce(String formSelector, Map<String, String> fields) {
        if (last == null) {
            throw new IllegalStateException("No page is open");
        }
        Element chosen = last.page().selectFirst(formSelector);
        if (chosen == null) {
            throw new AssertionError("No form " + formSelector + " on " + last.uri() + ":\n" + last.body());
        }
        // A button may name its form and its own address: the page's form of gestures.
        Element form = chosen.hasAttr("form") ? last.page().selectFirst("form#" + chosen.attr("form")) : chosen;
        if (form == null) {
            throw new AssertionError("The button " + formSelector + " has no form on " + last.uri());
        }
        var values = new ArrayList<Map.Entry<String, String>>();
        for (var field : ((org.jsoup.nodes.FormElement) form).formData()) {
            if (!fields.containsKey(field.key())) {
                values.add(Map.entry(field.key(), field.value()));
            }
        }
        values.addAll(fields.entrySet());
        if (chosen.hasAttr("form") && chosen.hasAttr("name") && !fields.containsKey(chosen.attr("name"))) {
            values.add(Map.entry(chosen.attr("name"), chosen.attr("value")));
        }
        String action = chosen.hasAttr("formaction")
                ? chosen.attr("formaction")
                : form.hasAttr("action") ? form.attr("action") : last.uri().toString();
        URI target = last.uri().resolve(action);
        if (form.attr("method").equalsIgnoreCase("get") || form.attr("method").isEmpty()) {
            return remember(send(
                    HttpRequest.newBuilder(URI.create(target.toString().split("\\?", 2)[0] + "?" + encode(values)))
                            .GET()));
        }
        if (form.attr("enctype").equals("multipart/form-data")) {
            return remember(send(multipart(target, values, Map.of())));
        }
        return remember(send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(values)))));
    }

    /** Posts fields to an address with the security token of the last page; does not follow redirections. */
    public Answer post(String path, Map<String, String> fields) {
        var values = new LinkedHashMap<>(fields);
        Element token = last == null ? null : last.page().selectFirst("input[name=_csrf]");
        if (token != null) {
            values.putIfAbsent("_csrf", token.val());
        }
        return remember(send(HttpRequest.newBuilder(resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(List.copyOf(values.entrySet()))))));
    }

    /** Posts fields and files (by field name) with the security token of the last page. */
    public Answer upload(String path, Map<String, String> fields, Map<String, Upload> files) {
        var values = new LinkedHashMap<>(fields);
        Element token = last == null ? null : last.page().selectFirst("input[name=_csrf]");
        if (token != null) {
            values.putIfAbsent("_csrf", token.val());
        }
        return remember(send(multipart(resolve(path), List.copyOf(values.entrySet()), files)));
    }

    /** Signs in by the form of {@code /connexion}. */
    public Answer signIn(String identifier, String password) {
        get("/connexion");
        return submit("form[action*=connexion]", Map.of("identifier", identifier, "password", password));
    }

    /** Opens an answer that goes on, as a stream of events does, and leaves reading it to the caller. */
    public InputStream listen(String path) {
        try {
            return client.send(HttpRequest.newBuilder(resolve(path)).GET().build(), BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer follow(Answer answer) {
        var current = answer;
        for (int hops = 0; hops < 10 && current.isRedirect(); hops++) {
            current = send(HttpRequest.newBuilder(current.uri().resolve(current.location()))
                    .GET());
        }
        return remember(current);
    }

    private Answer remember(Answer answer) {
        last = answer;
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(
                    request.header("Accept", "text/html,*/*")
                            .header("Accept-Language", "fr")
                            .build(),
                    BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI resolve(String path) {
        return base.resolve(path);
    }

    private static HttpRequest.Builder multipart(
            URI target, List<Map.Entry<String, String>> fields, Map<String, Upload> files) {
        String boundary = "viaduc-" + Long.toHexString(System.nanoTime());
        var parts = new ArrayList<byte[]>();
        for (var field : fields) {
            parts.add("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, field.getKey(), field.getValue())
                    .getBytes(UTF_8));
        }
        files.forEach((name, file) -> {
            parts.add("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                    .formatted(boundary, name, file.name(), file.type())
                    .getBytes(UTF_8));
            parts.add(file.content());
            parts.add("\r\n".getBytes(UTF_8));
        });
        parts.add("--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        return HttpRequest.newBuilder(target)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(parts));
    }

    private static String encode(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A file to send. */
    public record Upload(String name, String type, byte[] content) {}

    /** What the server answered. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public URI uri() {
            return response.uri();
        }

        public String path() {
            return uri().getPath();
        }

        public String body() {
            return new String(response.body(), UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public Document page() {
            return Jsoup.parse(body(), uri().toString());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public boolean isRedirect() {
            return status() >= 301 && status() <= 308 && status() != 304;
        }

        public String location() {
            return header("Location");
        }

        /** Visible text of the elements that the selector finds. */
        public List<String> texts(String selector) {
            return page().select(selector).eachText();
        }
    }

    private static final class LocalCookies extends CookieManager {

        LocalCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
            return super.get(URI.create("https://" + uri.getAuthority() + uri.getRawPath()), headers);
        }
    }
}
