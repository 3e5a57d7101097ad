package fr.viaduc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of scripts, styles, fonts and icons: each holds a digest of its content and never changes. */
@Component
public class Assets {
    private final Map<String, String> addresses;

    Assets() {
        var manifest = new ClassPathResource("static/assets/assets.json");
        try (var stream = manifest.getInputStream()) {
            addresses = new JsonMapper().readValue(stream, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The front end is not built: run the Maven build", e);
        }
    }

    /**
     * The address, with its hash, of a file of the front end.
     *
     * @throws IllegalArgumentException when the front end has no such file
     */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return address;
    }
}
