package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Network.Commune;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The HR export of the tests (fictional people), and an authority whose directory is still empty. */
final class RealFile {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final List<Commune> COMMUNES = List.of(
            commune("52121", "Chaumont", "Brottes"),
            commune("52353", "Nogent", "Donnemarie", "Odival"),
            commune("52058", "Bologne", "Marault"),
            commune("52211", "Froncles"),
            commune("52305", "Mandres-la-Côte"),
            commune("52524", "Vignory"),
            commune("52253", "Juzennecourt"),
            commune("52205", "Foulain"),
            commune("52050", "Biesles"),
            commune("52125", "Chamarandes-Choignes"),
            commune("52140", "Colombey les Deux Églises", "Argentolles"),
            commune("52541", "Vitry-lès-Nogent"),
            commune("52214", "La Genevroye"));

    private RealFile() {}

    static byte[] bytes() {
        try (InputStream stream = RealFile.class.getResourceAsStream("/agents-rh.csv")) {
            return Objects.requireNonNull(stream).readAllBytes();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    static String text() {
        return new String(bytes(), Charset.forName("windows-1252"));
    }

    static AgentFile read(String text) {
        return AgentFile.read(text.getBytes(Charset.forName("windows-1252")), Map.of());
    }

    static Network empty() {
        return new Network(List.of(), List.of(), List.of(), COMMUNES, Map.of(), Set.of());
    }

    private static Commune commune(String insee, String name, String... former) {
        return new Commune(insee, name, List.of(former), List.of());
    }
}
