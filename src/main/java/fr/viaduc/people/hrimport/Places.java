package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Doubt;
import fr.viaduc.people.hrimport.Difference.NewSite;
import fr.viaduc.people.hrimport.Difference.NewUnit;
import fr.viaduc.people.hrimport.Difference.Place;
import fr.viaduc.people.hrimport.Network.Commune;
import fr.viaduc.people.hrimport.Network.Site;
import fr.viaduc.people.hrimport.Network.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the unit and the site that a line names; notes those that do not exist yet, to be made. */
final class Places {
    private static final Pattern PLACEHOLDER_CODE = Pattern.compile("(?i)x+|z+|9+|0+|\\?+|-+|\\.+|n/?a|sans|nc|aucun");
    private static final Pattern PLACEHOLDER_NAME = Pattern.compile(
            ".*\\b(supprime|supprimee|ne plus utiliser|inconnu|inconnue|a definir|non affecte|non affectee"
                    + "|non renseigne|ancien service|service ferme|a supprimer|obsolete)\\b.*");
    private static final int STRAY_LINES = 3;
    private static final int EXISTS = 1000;

    private final CommuneFinder communes;
    private final Map<String, Commune> communesByInsee = new HashMap<>();
    private final Map<String, Place> unitsByCode = new HashMap<>();
    private final Map<String, Place> unitsByName = new HashMap<>();
    private final Map<String, Place> polesByName = new HashMap<>();
    private final Map<String, DraftUnit> drafts = new LinkedHashMap<>();
    private final Map<String, List<Site>> sitesByName = new HashMap<>();
    private final Map<String, Map<String, Integer>> weights = new HashMap<>();
    private final Map<String, DraftSite> draftSites = new LinkedHashMap<>();
    private final Map<String, DraftDoubt> doubts = new LinkedHashMap<>();

    private static final class DraftUnit {
        private final String key;
        private String name;
        private @Nullable String code;
        private final String kind;
        private final @Nullable Place parent;
        private final int firstLine;
        private final TreeSet<String> people = new TreeSet<>();

        private DraftUnit(
                String key, String name, @Nullable String code, String kind, @Nullable Place parent, int firstLine) {
            this.key = key;
            this.name = name;
            this.code = code;
            this.kind = kind;
            this.parent = parent;
            this.firstLine = firstLine;
        }
    }

    private record DraftSite(
            String key, String name, @Nullable Commune commune, int firstLine, TreeSet<String> people) {}

    private record DraftDoubt(String written, @Nullable Commune suggestion, List<Integer> lines) {}

    Places(Network network, Collection<AgentLine> lines) {
        communes = new CommuneFinder(network.communes(), network.communeAliases());
        network.communes().forEach(commune -> communesByInsee.put(commune.insee(), commune));
        for (Unit unit : network.units()) {
            Place place = placeOf(unit);
            if (unit.code() != null) {
                unitsByCode.put(unit.code().toUpperCase(Locale.ROOT), place);
            }
            String key = Plain.keyOf(unit.name());
            unitsByName.putIfAbsent(key, place);
            if (unit.kind().equals("pole") || unit.kind().equals("direction") || unit.parentId() == null) {
                polesByName.putIfAbsent(key, place);
            }
        }
        for (Site site : network.sites()) {
            String key = Plain.keyOf(site.name());
            sitesByName.computeIfAbsent(key, none -> new ArrayList<>()).add(site);
            weigh(key, site.insee(), EXISTS);
        }
        for (AgentLine line : lines) {
            if (!line.site().isEmpty()) {
                Commune commune = line.commune().isEmpty() ? null : communes.find(line.commune());
                weigh(Plain.keyOf(line.site()), commune == null ? null : commune.insee(), 1);
            }
        }
    }

    static Place placeOf(Unit unit) {
        return new Place(unit.id(), "unit:" + unit.id(), unit.name());
    }

    static Place placeOf(Site site) {
        return new Place(site.id(), "site:" + site.id(), site.name());
    }

    private void weigh(String siteKey, @Nullable String insee, int weight) {
        if (insee != null) {
            weights.computeIfAbsent(siteKey, none -> new HashMap<>()).merge(insee, weight, Integer::sum);
        }
    }

    // ------------------------------------------------------------ units

    @Nullable
    Place unitOf(AgentLine line, String staffNumber, List<Reason> warnings) {
        boolean placeholder = PLACEHOLDER_CODE.matcher(line.unitCode()).matches()
                || PLACEHOLDER_NAME.matcher(Plain.of(line.unitName())).matches();
        String code = placeholder ? "" : line.unitCode().toUpperCase(Locale.ROOT);
        Place known = code.isEmpty() ? null : unitsByCode.get(code);
        if (known != null) {
            return counted(known, line, staffNumber);
        }
        if (placeholder || (line.unitName().isEmpty() && code.isEmpty())) {
            Place pole = poleOf(line);
            String written = line.unitName().isEmpty() ? line.unitCode() : line.unitName();
            if (pole == null) {
                warnings.add(Reason.of("noUnit"));
                return null;
            }
            warnings.add(
                    placeholder
                            ? Reason.of("unitGone", written, pole.name())
                            : Reason.of("noUnitButPole", pole.name()));
            return counted(pole, line, staffNumber);
        }
        String name = line.unitName().isEmpty() ? code : line.unitName();
        Place named = unitsByName.get(Plain.keyOf(name));
        if (named != null) {
            DraftUnit draft = drafts.get(named.key());
            if (draft != null && draft.code == null && !code.isEmpty()) {
                draft.code = code;
                unitsByCode.put(code, named);
            }
            if (draft == null || code.isEmpty() || code.equals(draft.code)) {
                return counted(named, line, staffNumber);
            }
        }
        Place pole = poleOf(line);
        if (pole != null && Plain.keyOf(pole.name()).equals(Plain.keyOf(name))) {
            DraftUnit draft = drafts.get(pole.key());
            if (draft != null && draft.code == null && !code.isEmpty()) {
                draft.code = code;
                unitsByCode.put(code, pole);
            }
            return counted(pole, line, staffNumber);
        }
        return counted(draftUnit(name, code, "service", pole, line.line()), line, staffNumber);
    }

    private @Nullable Place poleOf(AgentLine line) {
        if (line.pole().isEmpty()) {
            return null;
        }
        String key = Plain.keyOf(line.pole());
        Place known = polesByName.get(key);
        if (known == null) {
            known = unitsByName.get(key);
        }
        if (known == null) {
            String kind = Plain.of(line.pole()).startsWith("pole") ? "pole" : "direction";
            known = draftUnit(line.pole(), "", kind, null, line.line());
            polesByName.put(key, known);
        }
        return known;
    }

    private Place draftUnit(String name, String code, String kind, @Nullable Place parent, int line) {
        String nameKey = Plain.keyOf(name);
        String key = "new-unit:" + (code.isEmpty() ? nameKey : code);
        drafts.put(key, new DraftUnit(key, name, code.isEmpty() ? null : code, kind, parent, line));
        Place place = new Place(null, key, name);
        unitsByName.putIfAbsent(nameKey, place);
        if (!code.isEmpty()) {
            unitsByCode.put(code, place);
        }
        return place;
    }

    private Place counted(Place place, AgentLine line, String staffNumber) {
        DraftUnit draft = drafts.get(place.key());
        if (draft != null) {
            draft.people.add(staffNumber);
            boolean sameName = Plain.of(draft.name).equals(Plain.of(line.unitName()));
            if (sameName && Plain.hasMarks(line.unitName()) && !Plain.hasMarks(draft.name)) {
                draft.name = line.unitName();
            }
        }
        return place;
    }

    List<NewUnit> newUnits() {
        return drafts.values().stream()
                .map(draft -> new NewUnit(
                        draft.key,
                        draft.name,
                        draft.code,
                        draft.kind,
                        draft.parent,
                        draft.people.size(),
                        draft.firstLine))
                .toList();
    }

    // ------------------------------------------------------------ sites

    @Nullable
    Place siteOf(AgentLine line, String staffNumber, List<Reason> warnings) {
        Commune commune = communeOf(line, warnings);
        if (line.site().isEmpty()) {
            return null;
        }
        String key = Plain.keyOf(line.site());
        Map<String, Integer> known = weights.getOrDefault(key, Map.of());
        String insee = commune == null ? null : commune.insee();
        String usual = usual(known, insee);
        boolean stray = insee != null
                && usual != null
                && known.getOrDefault(insee, 0) <= STRAY_LINES
                && known.getOrDefault(usual, 0) >= 5 * known.getOrDefault(insee, 0);
        if (stray && usual != null) {
            Commune there = communesByInsee.get(usual);
            warnings.add(Reason.of("siteElsewhere", line.site(), there == null ? usual : there.name(), line.commune()));
            insee = usual;
        } else if (insee == null) {
            insee = usual;
        }
        for (Site site : sitesByName.getOrDefault(key, List.of())) {
            if (insee == null || site.insee() == null || insee.equals(site.insee())) {
                return placeOf(site);
            }
        }
        String draftKey = "new-site:" + key + "@" + insee;
        Commune where = insee == null ? null : communesByInsee.get(insee);
        DraftSite draft = draftSites.computeIfAbsent(
                draftKey, none -> new DraftSite(draftKey, line.site(), where, line.line(), new TreeSet<>()));
        draft.people().add(staffNumber);
        return new Place(null, draftKey, draft.name());
    }

    /** Of the other communes where this site is, the one most lines agree on. */
    private static @Nullable String usual(Map<String, Integer> known, @Nullable String except) {
        return known.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(except))
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private @Nullable Commune communeOf(AgentLine line, List<Reason> warnings) {
        if (line.commune().isEmpty()) {
            return null;
        }
        Commune found = communes.find(line.commune());
        if (found != null) {
            return found;
        }
        DraftDoubt doubt = doubts.computeIfAbsent(
                CommuneFinder.keyOf(line.commune()),
                none -> new DraftDoubt(line.commune(), communes.suggest(line.commune()), new ArrayList<>()));
        doubt.lines().add(line.line());
        Commune suggestion = doubt.suggestion();
        warnings.add(
                suggestion == null
                        ? Reason.of("communeUnknown", line.commune())
                        : Reason.of("communeNearest", line.commune(), suggestion.name()));
        return null;
    }

    List<NewSite> newSites() {
        return draftSites.values().stream()
                .map(draft -> new NewSite(
                        draft.key(),
                        draft.name(),
                        draft.commune() == null ? null : draft.commune().insee(),
                        draft.commune() == null ? null : draft.commune().name(),
                        draft.people().size(),
                        draft.firstLine()))
                .toList();
    }

    List<Doubt> doubts() {
        return doubts.values().stream()
                .map(doubt -> new Doubt(
                        doubt.written(),
                        doubt.suggestion() == null ? null : doubt.suggestion().insee(),
                        doubt.suggestion() == null ? null : doubt.suggestion().name(),
                        List.copyOf(doubt.lines())))
                .toList();
    }
}
