package fr.viaduc.people.hrimport;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in which encoding a text file was written, and decodes it. */
final class Encoding {
    private static final String FRENCH = "éèêëàâäçîïôöûùüœæÉÈÊËÀÂÇÎÏÔÛÙŒ«»’…€°–—\u00A0ñáíóúÄÖÜß";
    /** What Windows, Macintosh and DOS write, in that order when nothing tells them apart. */
    private static final List<String> SINGLE_BYTE = List.of("windows-1252", "x-MacRoman", "IBM850");

    private Encoding() {}

    /** A text, the name of its encoding for people. */
    record Decoded(String text, String encoding) {}

    static Decoded decode(byte[] bytes) {
        Decoded marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        Decoded wide = byZeros(bytes);
        if (wide != null) {
            return wide;
        }
        String utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(utf8, "UTF-8");
        }
        return byLikeness(bytes);
    }

    private static @Nullable Decoded byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            // A file that lies about itself (marked UTF-8, written in Windows-1252) is still read.
            String text = strictly(bytes, 3, StandardCharsets.UTF_8);
            return text == null ? byLikeness(Arrays.copyOfRange(bytes, 3, bytes.length)) : new Decoded(text, "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return wide(bytes, 4, "UTF-32LE");
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return wide(bytes, 4, "UTF-32BE");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return wide(bytes, 2, "UTF-16LE");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return wide(bytes, 2, "UTF-16BE");
        }
        return null;
    }

    /** Latin letters written on two bytes leave a zero at every other place. */
    private static @Nullable Decoded byZeros(byte[] bytes) {
        int length = Math.min(bytes.length, 4000);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even + odd == 0) {
            return null;
        }
        if (odd > length / 4 && even < length / 20) {
            return wide(bytes, 0, "UTF-16LE");
        }
        if (even > length / 4 && odd < length / 20) {
            return wide(bytes, 0, "UTF-16BE");
        }
        CharsetMatch best = new CharsetDetector().setText(bytes).detect();
        return best != null && best.getName().startsWith("UTF-") && Charset.isSupported(best.getName())
                ? wide(bytes, 0, best.getName())
                : null;
    }

    private static Decoded wide(byte[] bytes, int from, String charset) {
        return new Decoded(
                new String(bytes, from, bytes.length - from, Charset.forName(charset)), charset.substring(0, 6));
    }

    /** Of the single-byte encodings, the one in which accented letters are French letters inside words. */
    private static Decoded byLikeness(byte[] bytes) {
        String bestName = SINGLE_BYTE.getFirst();
        String bestText = "";
        int bestScore = Integer.MIN_VALUE;
        for (String name : SINGLE_BYTE) {
            if (Charset.isSupported(name)) {
                String text = new String(bytes, Charset.forName(name));
                int score = likeness(text);
                if (score > bestScore) {
                    bestName = name;
                    bestText = text;
                    bestScore = score;
                }
            }
        }
        String forPeople = switch (bestName) {
            case "x-MacRoman" -> "Mac";
            case "IBM850" -> "DOS";
            default -> "Windows-1252";
        };
        return new Decoded(bestText, forPeople);
    }

    private static int likeness(String text) {
        int score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                continue;
            }
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            boolean capitalInsideSmall = Character.isUpperCase(c) && Character.isLowerCase(before) && before < 128;
            boolean smallInsideCapitals = Character.isLowerCase(c)
                    && Character.isUpperCase(before)
                    && i + 1 < text.length()
                    && Character.isUpperCase(text.charAt(i + 1));
            if (FRENCH.indexOf(c) < 0) {
                score -= 3;
            } else if (capitalInsideSmall || smallInsideCapitals) {
                score -= 1;
            } else {
                score += Character.isLetter(c) ? 2 : 0;
            }
        }
        return score;
    }

    private static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
