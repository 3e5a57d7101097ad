package fr.viaduc.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The interface's texts: one file a module, French first ({@code messages/forum.properties}), English second
 * ({@code messages/forum_en.properties}), in ICU's message format for plurals and numbers.
 */
@Component
public class Texts {
    private final Map<String, String> french = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Texts() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var into = String.valueOf(file.getFilename()).endsWith("_en.properties") ? english : french;
                var texts = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.forEach((key, text) -> into.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text of a key, its arguments filled in.
     *
     * @throws IllegalArgumentException when no file has the key: a missing text is a defect, not something to show
     */
    public String of(Locale locale, String key, @Nullable Object... arguments) {
        boolean inEnglish = locale.getLanguage().equals("en");
        String text = inEnglish ? english.getOrDefault(key, french.get(key)) : french.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        if (text.indexOf('{') < 0) {
            return text;
        }
        String filled = filled(text, arguments);
        if (filled != null) {
            return filled;
        }
        MessageFormat format = format(inEnglish, key, text);
        // ICU's formats are not safe to share between threads, and a clone makes its number formats anew, at forty
        // times the price of the text.
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /**
     * Words put in their places, as most texts ask: a page has dozens, and the format, which analyses itself each time,
     * is for numbers and plurals. Null when this text is not so simple.
     */
    private static @Nullable String filled(String text, @Nullable Object[] arguments) {
        if (text.indexOf('\'') >= 0) {
            return null;
        }
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int index = open + 2 < text.length() && text.charAt(open + 2) == '}' ? text.charAt(open + 1) - '0' : -1;
            if (index < 0 || index >= arguments.length || !(arguments[index] instanceof String word)) {
                return null;
            }
            filled.append(text, from, open).append(word);
            from = open + 3;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** Whether a key has a text. */
    public boolean has(String key) {
        return french.containsKey(key);
    }

    /** The text of a key as it is written, for the tests of its typography and of its translation. */
    String raw(Locale locale, String key) {
        return (locale.getLanguage().equals("en") ? english : french).getOrDefault(key, "");
    }

    /** Every key of a language ("fr" or "en"), for the test that compares them. */
    public Set<String> keys(String language) {
        return Set.copyOf(language.equals("en") ? english.keySet() : french.keySet());
    }

    private MessageFormat format(boolean inEnglish, String key, String text) {
        return formats.computeIfAbsent(
                inEnglish ? "en:" + key : key,
                ignored -> new MessageFormat(text, inEnglish ? Locale.ENGLISH : Locale.FRENCH));
    }
}
