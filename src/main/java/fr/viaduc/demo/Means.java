package fr.viaduc.demo;

import static fr.viaduc.demo.Place.*;
import static fr.viaduc.demo.Service.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vehicles, rooms and tools, and the one to whom they are entrusted, if anybody. */
record Means(
        String kind,
        String name,
        String reference,
        Service service,
        Place place,
        @Nullable String note,
        @Nullable Cast holder) {

    static final List<Means> ALL = List.of(
            vehicle(
                    "Saleuse 19 tonnes à lame biaise",
                    "52-VOI-01",
                    ROADS,
                    NOGENT_DEPOT,
                    "Radio du secteur est, canal 4.",
                    Cast.JEAN_MARC),
            vehicle("Saleuse 19 tonnes", "52-VOI-02", ROADS, BOLOGNE_DEPOT, "Secteur nord.", Cast.SYLVAIN),
            vehicle(
                    "Saleuse 12 tonnes",
                    "52-VOI-03",
                    ROADS,
                    TECHNICAL_CENTRE,
                    "Pour les rues étroites de Chaumont.",
                    null),
            vehicle("Camion-benne 7,5 tonnes", "52-VOI-07", ROADS, TECHNICAL_CENTRE, null, null),
            vehicle(
                    "Fourgon de l’équipe de Nogent",
                    "52-VOI-11",
                    ROADS,
                    NOGENT_DEPOT,
                    "Sept places, attelage.",
                    Cast.DAMIEN),
            vehicle(
                    "Nacelle 18 mètres",
                    "52-VOI-14",
                    ROADS,
                    TECHNICAL_CENTRE,
                    "Autorisation de conduite obligatoire.",
                    null),
            vehicle("Tracteur avec épareuse", "52-VOI-18", ROADS, BOLOGNE_DEPOT, "Fauchage de juin à octobre.", null),
            vehicle(
                    "Triporteur électrique",
                    "52-VOI-22",
                    ROADS,
                    GREENHOUSES,
                    "Arrosage du centre, charge utile 200 kg.",
                    Cast.MANON),
            vehicle(
                    "Mini-pelle 2,5 tonnes",
                    "52-VOI-25",
                    ROADS,
                    TECHNICAL_CENTRE,
                    "Remorque à demander à l’atelier.",
                    null),
            vehicle("Benne 7", "52-DEC-07", WASTE, TECHNICAL_CENTRE, "Tournées du plateau.", Cast.KARIM),
            vehicle(
                    "Benne 12, bicompartimentée",
                    "52-DEC-12",
                    WASTE,
                    TECHNICAL_CENTRE,
                    "Tri et ordures en un passage.",
                    null),
            vehicle("Camion-grue des points d’apport", "52-DEC-15", WASTE, TECHNICAL_CENTRE, null, null),
            vehicle("Chariot de déchetterie", "52-DEC-21", WASTE, CHAUMONT_RECYCLING, null, null),
            vehicle(
                    "Fourgon-atelier des fontainiers",
                    "52-EAU-03",
                    WATER,
                    BOLOGNE_DEPOT,
                    "Groupe électrogène à bord.",
                    Cast.DIDIER),
            vehicle("Hydrocureuse", "52-EAU-05", WATER, TREATMENT_PLANT, "Deux agents formés à bord.", null),
            vehicle("Fourgon des électriciens", "52-PAT-02", BUILDINGS, TECHNICAL_CENTRE, null, Cast.FABIEN),
            vehicle(
                    "Bibliobus",
                    "52-CUL-01",
                    CULTURE,
                    MEDIA_LIBRARY,
                    "Trois mille livres, trente-deux arrêts.",
                    Cast.THOMAS),
            vehicle("Camion frigorifique", "52-RES-01", CATERING, CENTRAL_KITCHEN, "Tournée du sud.", null),
            vehicle("Camion frigorifique", "52-RES-02", CATERING, CENTRAL_KITCHEN, "Tournée du nord.", null),
            vehicle("Minibus neuf places", "52-MOB-01", MOBILITY, BUS_AGENCY, "À réserver trois jours avant.", null),
            vehicle(
                    "Voiture électrique partagée 1",
                    "52-MUT-01",
                    DIRECTION,
                    HEAD_OFFICE,
                    "Badge à l’accueil, 280 km d’autonomie.",
                    null),
            vehicle(
                    "Voiture électrique partagée 2",
                    "52-MUT-02",
                    DIRECTION,
                    HEAD_OFFICE,
                    "Badge à l’accueil, 280 km d’autonomie.",
                    null),
            vehicle(
                    "Voiture électrique partagée 3",
                    "52-MUT-03",
                    DIRECTION,
                    NOGENT_OFFICE,
                    "Badge à l’accueil de Nogent.",
                    null),
            vehicle(
                    "Vélo à assistance électrique",
                    "52-MUT-08",
                    DIRECTION,
                    HEAD_OFFICE,
                    "Casque et sacoches dans le casier 4.",
                    null),
            vehicle(
                    "Voiture de la secrétaire itinérante",
                    "52-AAJ-01",
                    ASSEMBLIES,
                    JUZENNECOURT_OFFICE,
                    null,
                    Cast.MARTINE),
            room("Salle du conseil", "80 places", DIRECTION, HEAD_OFFICE, "Micros, écran, boucle magnétique."),
            room("Salle des Arches", "24 places", DIRECTION, HEAD_OFFICE, "Écran et visioconférence."),
            room("Salle de la Suize", "10 places", DIRECTION, HEAD_OFFICE, "Écran."),
            room("Salle de la Marne", "8 places", DIRECTION, HEAD_OFFICE, "Tableau blanc, vue sur le square."),
            room(
                    "Salle de formation",
                    "16 places",
                    Service.HUMAN_RESOURCES,
                    HEAD_OFFICE,
                    "Douze postes informatiques."),
            room("Salle de l’équipe", "30 places", ROADS, TECHNICAL_CENTRE, "Cuisine et vestiaires attenants."),
            room("Salle de Nogent", "12 places", DIRECTION, NOGENT_OFFICE, "Visioconférence avec le siège."),
            room("Salle de Juzennecourt", "10 places", ASSEMBLIES, JUZENNECOURT_OFFICE, "Clé à la mairie."),
            room("Auditorium", "120 places", CULTURE, MEDIA_LIBRARY, "Régie son et lumière."),
            room(
                    "Salle d’heure du conte",
                    "25 places",
                    CULTURE,
                    MEDIA_LIBRARY,
                    "Moquette et coussins : chaussures à l’entrée."),
            room("Studio de répétition", "12 places", CULTURE, MUSIC_SCHOOL, "Piano droit, batterie."),
            room(
                    "Salle de réunion de la pépinière",
                    "14 places",
                    ECONOMY,
                    BUSINESS_NURSERY,
                    "Prêtée aux entreprises après 18 h."),
            room("Salle de cours du campus", "20 places", HIGHER_EDUCATION, CAMPUS, "Tables à roulettes."),
            tool("Radar pédagogique mobile", "OUT-004", ROADS, TECHNICAL_CENTRE, "Prêt aux communes, quinze jours."),
            tool("Lot de 40 barrières", "OUT-007", ROADS, TECHNICAL_CENTRE, "Prêt aux communes pour les fêtes."),
            tool("Lot de 40 barrières", "OUT-008", ROADS, NOGENT_DEPOT, "Prêt aux communes pour les fêtes."),
            tool("Kit de balisage complet", "OUT-011", ROADS, NOGENT_DEPOT, "Feux tricolores de chantier."),
            tool("Groupe électrogène 6 kVA", "OUT-015", ROADS, TECHNICAL_CENTRE, null),
            tool("Plaque vibrante", "OUT-016", ROADS, BOLOGNE_DEPOT, null),
            tool("Broyeur de branches", "OUT-019", ROADS, GREENHOUSES, "Casque, visière et gants à demander."),
            tool(
                    "Corrélateur acoustique",
                    "OUT-023",
                    WATER,
                    BOLOGNE_DEPOT,
                    "Trouve une fuite à trente centimètres près."),
            tool("Caméra de réseau", "OUT-024", WATER, TREATMENT_PLANT, "Soixante mètres de câble."),
            tool("Détecteur quatre gaz", "OUT-025", WATER, TREATMENT_PLANT, "Étalonné chaque semestre."),
            tool("Caméra thermique", "OUT-031", HOUSING, HEAD_OFFICE, "Prêt aux conseillers et aux communes."),
            tool("Autolaveuse", "OUT-036", BUILDINGS, GYMNASIUM, null),
            tool("Échafaudage roulant", "OUT-038", BUILDINGS, TECHNICAL_CENTRE, "Vérification annuelle en mars."),
            tool(
                    "Sonorisation portable",
                    "OUT-041",
                    CULTURE,
                    MEDIA_LIBRARY,
                    "Deux micros sans fil, batterie six heures."),
            tool("Appareil photo et deux objectifs", "OUT-044", COMMUNICATION, HEAD_OFFICE, null),
            tool("Vidéoprojecteur portable", "OUT-045", DIGITAL, HEAD_OFFICE, "À retirer au bureau 112."),
            tool("Mannequin de secourisme", "OUT-048", PREVENTION, HEAD_OFFICE, "Répond au nom de Raymond."),
            tool("Défibrillateur de formation", "OUT-049", PREVENTION, HEAD_OFFICE, null),
            tool("Scanner grand format", "OUT-052", Service.ARCHIVES, Place.ARCHIVES, "Plans jusqu’au format A0."),
            tool("Robot de bassin", "OUT-055", SPORTS, POOL, "Travaille la nuit, dort le jour."),
            tool(
                    "Imprimante en volume",
                    "OUT-058",
                    HIGHER_EDUCATION,
                    CAMPUS,
                    "Formation d’une heure avant le premier usage."));

    private static Means vehicle(
            String name, String reference, Service service, Place place, @Nullable String note, @Nullable Cast holder) {
        return new Means("vehicle", name, reference, service, place, note, holder);
    }

    private static Means room(String name, String reference, Service service, Place place, @Nullable String note) {
        return new Means("room", name, reference, service, place, note, null);
    }

    private static Means tool(String name, String reference, Service service, Place place, @Nullable String note) {
        return new Means("tool", name, reference, service, place, note, null);
    }
}
