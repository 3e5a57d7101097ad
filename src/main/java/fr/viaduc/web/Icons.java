package fr.viaduc.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.json.JsonParserFactory;

/** The sprite of icons, known without a page so that {@code ui/icon} asks for nothing but a name. */
public final class Icons {
    /** Address of the sprite; each icon is in it under "i-" and its name. */
    public static final String SPRITE = address();

    private Icons() {}

    private static String address() {
        try (InputStream manifest = Icons.class.getResourceAsStream("/static/assets/assets.json")) {
            if (manifest == null) {
                throw new IllegalStateException("The front end is not built: run the Maven build");
            }
            String json = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
            return String.valueOf(
                    JsonParserFactory.getJsonParser().parseMap(json).get("icons.svg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
