package fr.viaduc.text;

import java.util.regex.Pattern;

/**
 * French typography for what people type: spaces that do not break before ; : ! ? » and after «, and the apostrophe.
 * The rules are those of the Imprimerie nationale's "Lexique des règles typographiques".
 */
public final class Typography {
    private static final Pattern THIN = Pattern.compile("(?<=[\\p{L}\\p{N})»]) (?=[;!?])");
    private static final Pattern WIDE = Pattern.compile("(?<=[\\p{L}\\p{N})»]) (?=[:»%€])");
    private static final Pattern OPENING = Pattern.compile("(?<=«) ");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern SANITISED_APOSTROPHE = Pattern.compile("(?<=\\p{L})&#39;(?=\\p{L})");

    private Typography() {}

    /** Sets the spaces of a plain text right. */
    public static String of(String text) {
        String set = THIN.matcher(text).replaceAll("\u202f");
        set = WIDE.matcher(set).replaceAll("\u00a0");
        set = OPENING.matcher(set).replaceAll("\u00a0");
        return APOSTROPHE.matcher(set).replaceAll("’");
    }

    /** The same for HTML: only between tags, and never inside code. */
    static String ofHtml(String html) {
        var set = new StringBuilder(html.length() + 16);
        int from = 0;
        boolean code = false;
        while (from < html.length()) {
            int open = html.indexOf('<', from);
            int end = open < 0 ? html.length() : open;
            String text = html.substring(from, end);
            set.append(code ? text : of(SANITISED_APOSTROPHE.matcher(text).replaceAll("’")));
            if (open < 0) {
                break;
            }
            int close = html.indexOf('>', open);
            if (close < 0) {
                set.append(html, open, html.length());
                break;
            }
            String tag = html.substring(open, close + 1);
            if (tag.startsWith("<code") || tag.startsWith("<pre")) {
                code = true;
            } else if (tag.startsWith("</code") || tag.startsWith("</pre")) {
                code = false;
            }
            set.append(tag);
            from = close + 1;
        }
        return set.toString();
    }
}
