package fr.viaduc.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, reads forms, sends them. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Visitor(String address) {
        this.address = address;
    }

    static Visitor signIn(String address, String staffNumber, String password)
            throws IOException, InterruptedException {
        var visitor = new Visitor(address);
        String form = visitor.text("/connexion");
        var answer = visitor.send(
                "/connexion", Map.of("identifier", staffNumber, "password", password, "_csrf", token(form)));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Sign-in of " + staffNumber + " answered " + answer.statusCode());
        }
        return visitor;
    }

    /** The value of the header {@code Cookie}. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    /** The answer as it travels, compressed. */
    HttpResponse<byte[]> packed(String path) throws IOException, InterruptedException {
        return receive(request(path).header("Accept-Encoding", "gzip, deflate, br, zstd").GET());
    }

    HttpResponse<byte[]> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return receive(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The token of the first form of a page. */
    static String token(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("No form in this page");
        }
        return String.valueOf(token.group(1));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return receive(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies());
    }

    private HttpResponse<byte[]> receive(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.contains(";") ? cookie.indexOf(';') : cookie.length());
            int equals = pair.indexOf('=');
            if (equals + 1 == pair.length()) {
                cookies.remove(pair.substring(0, equals));
            } else {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return answer;
    }
}
