package fr.viaduc.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks ClamAV (clamd) about contents, where one is configured; says plainly whether one is. */
@Component
public class VirusScanner {

    /** For the administrators' page. */
    public enum State {
        NOT_CONFIGURED,
        READY,
        /** Configured, and not answering: files wait until it does. */
        AWAY
    }

    private static final int PIECE = 1 << 16;

    private final String address;

    VirusScanner(FilesSettings settings) {
        this.address = settings.clamav();
    }

    boolean isConfigured() {
        return !address.isEmpty();
    }

    /** Whether uploads are scanned. */
    public State state() {
        if (!isConfigured()) {
            return State.NOT_CONFIGURED;
        }
        try (SocketChannel clamd = connect()) {
            clamd.write(ByteBuffer.wrap("zPING\0".getBytes(StandardCharsets.US_ASCII)));
            return answer(clamd).equals("PONG") ? State.READY : State.AWAY;
        } catch (IOException e) {
            return State.AWAY;
        }
    }

    /**
     * The name of the virus that the content carries, if any.
     *
     * @throws IOException when clamd does not answer, or refuses to look
     */
    Optional<String> scan(InputStream content) throws IOException {
        try (SocketChannel clamd = connect()) {
            OutputStream out = Channels.newOutputStream(clamd);
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.write(ByteBuffer.allocate(4).putInt(read).array());
                out.write(piece, 0, read);
            }
            out.write(new byte[4]);
            String answer = answer(clamd);
            if (answer.equals("stream: OK")) {
                return Optional.empty();
            }
            if (answer.endsWith(" FOUND")) {
                return Optional.of(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
            }
            throw new IOException("clamd answered: " + answer);
        }
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(socketAddress());
    }

    private SocketAddress socketAddress() {
        int colon = address.lastIndexOf(':');
        return address.startsWith("/") || colon < 0
                ? UnixDomainSocketAddress.of(address)
                : new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private static String answer(SocketChannel clamd) throws IOException {
        byte[] bytes = Channels.newInputStream(clamd).readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
