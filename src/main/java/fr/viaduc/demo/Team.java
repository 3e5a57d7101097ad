package fr.viaduc.demo;

import static fr.viaduc.demo.Service.BUILDINGS;
import static fr.viaduc.demo.Service.CULTURE;
import static fr.viaduc.demo.Service.ROADS;
import static fr.viaduc.demo.Service.SCHOOLS;
import static fr.viaduc.demo.Service.SPORTS;
import static fr.viaduc.demo.Service.WASTE;
import static fr.viaduc.demo.Service.WATER;

/** The teams of the larger services. */
enum Team {
    ROADS_CHAUMONT(ROADS, "Équipe voirie de Chaumont", Place.TECHNICAL_CENTRE),
    ROADS_NOGENT(ROADS, "Équipe voirie de Nogent", Place.NOGENT_DEPOT),
    ROADS_BOLOGNE(ROADS, "Équipe voirie de Bologne", Place.BOLOGNE_DEPOT),
    GARDENS(ROADS, "Espaces verts", Place.GREENHOUSES),
    WORKSHOP(ROADS, "Atelier mécanique", Place.TECHNICAL_CENTRE),
    NETWORKS(WATER, "Réseaux d’eau", Place.BOLOGNE_DEPOT),
    TREATMENT(WATER, "Assainissement", Place.TREATMENT_PLANT),
    COLLECTION(WASTE, "Collecte", Place.TECHNICAL_CENTRE),
    RECYCLING_CENTRES(WASTE, "Déchetteries", Place.CHAUMONT_RECYCLING),
    CRAFTS(BUILDINGS, "Régie bâtiment", Place.TECHNICAL_CENTRE),
    CLEANING(BUILDINGS, "Entretien des locaux", Place.HEAD_OFFICE),
    SCHOOLS_CENTRE(SCHOOLS, "Écoles de Chaumont", Place.VIADUC_SCHOOL),
    SCHOOLS_SOUTH(SCHOOLS, "Écoles du Bassigny", Place.NOGENT_SCHOOL),
    SCHOOLS_NORTH(SCHOOLS, "Écoles du nord", Place.FRONCLES_SCHOOL),
    POOLS(SPORTS, "Bassins", Place.POOL),
    LIBRARIES(CULTURE, "Lecture publique", Place.MEDIA_LIBRARY),
    MUSIC(CULTURE, "École de musique", Place.MUSIC_SCHOOL);

    final Service service;
    final String title;
    final Place place;

    Team(Service service, String title, Place place) {
        this.service = service;
        this.title = title;
        this.place = place;
    }

    /** The order of declaration numbers them. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
