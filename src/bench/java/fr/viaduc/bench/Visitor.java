package fr.viaduc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser: keeps cookies, reads forms, sends them. Asks with the connection that costs least itself: what is
 * timed is the answer, not threads of a client that hand it to one another.
 */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    record Answer(int statusCode, byte[] body) {}

    private Visitor(String address) {
        this.address = address;
    }

    static Visitor signIn(String address, String staffNumber, String password) throws IOException {
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

    int status(String path) throws IOException {
        return get(path).statusCode();
    }

    String text(String path) throws IOException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    /** The answer as it travels, compressed. */
    Answer packed(String path) throws IOException {
        var connection = open(path);
        connection.setRequestProperty("Accept-Encoding", "gzip, deflate, br, zstd");
        return receive(connection);
    }

    Answer send(String path, Map<String, String> fields) throws IOException {
        byte[] body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        var connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        return receive(connection);
    }

    /** The token of the first form of a page. */
    static String token(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("No form in this page");
        }
        return String.valueOf(token.group(1));
    }

    private Answer get(String path) throws IOException {
        return receive(open(path));
    }

    private HttpURLConnection open(String path) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        if (!cookies.isEmpty()) {
            connection.setRequestProperty("Cookie", cookies());
        }
        return connection;
    }

    private Answer receive(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        byte[] body;
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            body = in == null ? new byte[0] : in.readAllBytes();
        }
        connection.getHeaderFields().forEach((name, values) -> {
            if ("Set-Cookie".equalsIgnoreCase(name)) {
                values.forEach(this::take);
            }
        });
        return new Answer(status, body);
    }

    private void take(String cookie) {
        String pair = cookie.substring(0, cookie.contains(";") ? cookie.indexOf(';') : cookie.length());
        int equals = pair.indexOf('=');
        if (equals + 1 == pair.length()) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}
