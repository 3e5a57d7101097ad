package fr.viaduc.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.Viaduc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.docs.Documenter;

/** Modules use only what their package-info allows, and arrows go down. */
class ModulesTest {

    /** The floors of the house: a module knows those below it, and its own floor where its package-info says so. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("web", 0),
            Map.entry("text", 0),
            Map.entry("database", 0),
            Map.entry("files", 0),
            Map.entry("people", 1),
            Map.entry("circles", 1),
            Map.entry("spaces", 1),
            Map.entry("content", 2),
            Map.entry("posts", 3),
            Map.entry("forum", 3),
            Map.entry("faq", 3),
            Map.entry("feed", 3),
            Map.entry("search", 3),
            Map.entry("admin", 3),
            Map.entry("demo", 4));

    /** Without what is compiled from the templates, which may use every module's records. */
    private final ApplicationModules modules =
            ApplicationModules.of(Viaduc.class, resideInAPackage("fr.viaduc.templates.."));

    @Test
    void eachModuleUsesOnlyWhatItsPackageInfoAllows() {
        // The demonstration, which may use everything, also opens accounts: that is inside people.
        ApplicationModules.of(Viaduc.class, resideInAnyPackage("fr.viaduc.templates..", "fr.viaduc.demo.."))
                .verify();
    }

    @Test
    void arrowsGoDown() {
        for (var module : modules) {
            int floor = FLOORS.getOrDefault(module.getIdentifier().toString(), -1);
            assertThat(floor).as("give a floor to %s", module.getIdentifier()).isNotNegative();
            List<String> above = module.getDependencies(modules, DependencyDepth.IMMEDIATE)
                    .uniqueModules()
                    .map(other -> other.getIdentifier().toString())
                    .filter(other -> FLOORS.getOrDefault(other, 9) > floor)
                    .toList();
            assertThat(above)
                    .as("used by %s from above", module.getIdentifier())
                    .isEmpty();
        }
    }

    @Test
    void featuresDoNotKnowOneAnother() {
        List<String> features = List.of("posts", "forum", "faq", "feed", "search", "admin");
        for (String feature : features) {
            modules.getModuleByName(feature)
                    .ifPresent(module -> assertThat(module.getDependencies(modules, DependencyDepth.IMMEDIATE)
                                    .uniqueModules()
                                    .map(other -> other.getIdentifier().toString()))
                            .as("used by %s", feature)
                            .doesNotContainAnyElementsOf(features));
        }
    }

    /** Draws them again: what changed shows in the working tree, to be committed with its cause. */
    @Test
    void theDiagramsOfTheDocumentationAreDrawn() throws IOException {
        Path folder = Path.of("target/modules");
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
        Path drawn = Files.createDirectories(Path.of("docs/modules"));
        try (var diagrams = Files.list(folder)) {
            for (Path diagram : diagrams.toList()) {
                Files.write(drawn.resolve(diagram.getFileName()), inOrder(Files.readAllLines(diagram)));
            }
        }
        assertThat(drawn.resolve("components.puml")).content().contains("Viaduc.Posts", "Viaduc.Content");
    }

    /** The lines that may stand in any order, in theirs: the same modules always give the same file. */
    private static List<String> inOrder(List<String> lines) {
        var ordered = new ArrayList<String>();
        var free = new TreeSet<String>();
        for (String line : lines) {
            if (line.startsWith("Rel(") || line.startsWith("    Component(")) {
                free.add(line);
            } else {
                ordered.addAll(free);
                free.clear();
                ordered.add(line);
            }
        }
        return ordered;
    }
}
