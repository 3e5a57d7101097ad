package fr.viaduc.files;

import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Tells what a content is from its first bytes, and what is too dangerous to hand round. */
final class MediaTypes {

    /** How much of the beginning of a content is needed. */
    static final int PREFIX = 1 << 16;

    private static final Tika TIKA = new Tika();
    private static final MediaTypeRegistry REGISTRY = MediaTypeRegistry.getDefaultRegistry();

    /** The pictures that are decoded, then written anew. */
    private static final Set<String> DECODABLE =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp");

    /** What a browser shows by itself without running anything of the file. */
    private static final Set<String> INLINE = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "application/pdf",
            "video/mp4",
            "video/webm",
            "video/quicktime",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/wav",
            "audio/vnd.wave",
            "audio/webm");

    /** Programs, scripts and pages that run in a browser, with everything that Tika knows as a kind of these. */
    private static final Set<String> DANGEROUS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-elf",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/x-ms-installer",
            "application/x-msi",
            "application/x-ms-shortcut",
            "application/java-vm",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/x-bat",
            "application/x-sh",
            "application/x-csh",
            "application/x-powershell",
            "application/hta",
            "application/javascript",
            "text/javascript",
            "application/x-php",
            "text/x-php",
            "text/x-python",
            "text/x-perl",
            "text/x-ruby",
            "text/x-vbscript",
            "text/x-vbasic",
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/xslt+xml",
            "message/rfc822-mhtml",
            "multipart/related",
            "application/x-mswinurl",
            "application/x-shockwave-flash",
            "application/x-ms-application",
            "application/wasm");

    /** The same by name: Windows opens these by their extension, whatever they contain. */
    private static final Set<String> DANGEROUS_EXTENSIONS = Set.of(
            "ade", "adp", "apk", "app", "appx", "bat", "chm", "class", "cmd", "com", "cpl", "dll", "dmg", "exe",
            "gadget", "hta", "htm", "html", "inf", "ins", "iso", "jar", "js", "jse", "jsp", "lnk", "mde", "mht",
            "mhtml", "mjs", "msc", "msi", "msp", "mst", "php", "pif", "pl", "ps1", "psm1", "py", "rb", "reg", "scf",
            "scr", "sct", "sh", "shtml", "svg", "svgz", "swf", "sys", "url", "vb", "vbe", "vbs", "vhd", "wasm", "ws",
            "wsc", "wsf", "wsh", "xht", "xhtml", "xll", "xsl", "xslt");

    private MediaTypes() {}

    /**
     * What the content is. Its name only tells apart what has the same beginning (the Office formats are all ZIP
     * archives); it never turns one kind into another.
     */
    static String detect(byte[] prefix, String name) {
        String type = TIKA.detect(prefix, name);
        MediaType parsed = MediaType.parse(type);
        return parsed == null
                ? "application/octet-stream"
                : parsed.getBaseType().toString();
    }

    static boolean isDangerous(byte[] prefix, String name) {
        if (DANGEROUS_EXTENSIONS.contains(FileName.extension(name))) {
            return true;
        }
        // once with the name and once without: the name must not hide what the content is
        return isDangerous(MediaType.parse(TIKA.detect(prefix, name)))
                || isDangerous(MediaType.parse(TIKA.detect(prefix)));
    }

    /** Whether it is a picture that can be decoded, so that it is shown in several sizes. */
    static boolean isDecodable(String type) {
        return DECODABLE.contains(type);
    }

    /** Whether it is a picture that can be reduced while it is read, so that it never is in memory as a whole. */
    static boolean isReadByLines(String type) {
        return type.equals("image/jpeg") || type.equals("image/png") || type.equals("image/bmp");
    }

    static boolean isPicture(String type) {
        return type.startsWith("image/");
    }

    /** Whether it carries a place and a camera, and cannot be written anew without them. */
    static boolean isHeic(String type) {
        return type.equals("image/heic")
                || type.equals("image/heif")
                || type.equals("image/avif")
                || type.equals("image/heic-sequence")
                || type.equals("image/heif-sequence");
    }

    static boolean isInline(String type) {
        return INLINE.contains(type);
    }

    private static boolean isDangerous(@org.jspecify.annotations.Nullable MediaType type) {
        for (MediaType kind = type; kind != null; kind = REGISTRY.getSupertype(kind)) {
            if (DANGEROUS.contains(kind.getBaseType().toString())) {
                return true;
            }
        }
        return false;
    }
}
