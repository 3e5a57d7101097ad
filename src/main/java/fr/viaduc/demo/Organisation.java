package fr.viaduc.demo;

import java.util.EnumMap;
import java.util.Map;

/** Who leads what. */
final class Organisation {

    static final String ROOT = "AGGLO";
    static final Cast DIRECTOR = Cast.PHILIPPE;

    static final Map<Pole, Cast> POLES = new EnumMap<>(Map.of(
            Pole.PRESIDENCY, Cast.PHILIPPE,
            Pole.RESOURCES, Cast.STEPHANE,
            Pole.PLANNING, Cast.ISABELLE,
            Pole.TECHNICAL, Cast.BENOIT,
            Pole.POPULATION, Cast.CLAIRE));

    static final Map<Service, Cast> SERVICES = new EnumMap<>(Map.ofEntries(
            Map.entry(Service.DIRECTION, Cast.PHILIPPE),
            Map.entry(Service.CABINET, Cast.ROMAIN),
            Map.entry(Service.COMMUNICATION, Cast.CAROLINE),
            Map.entry(Service.ASSEMBLIES, Cast.VERONIQUE),
            Map.entry(Service.PROCUREMENT, Cast.LAURENT),
            Map.entry(Service.FINANCE, Cast.ODILE),
            Map.entry(Service.HUMAN_RESOURCES, Cast.FREDERIC),
            Map.entry(Service.PREVENTION, Cast.ANNE_LAURE),
            Map.entry(Service.DIGITAL, Cast.VALERIE),
            Map.entry(Service.ARCHIVES, Cast.BERNADETTE),
            Map.entry(Service.URBANISM, Cast.CELINE),
            Map.entry(Service.HOUSING, Cast.SAMIRA),
            Map.entry(Service.BUILDINGS, Cast.ALAIN),
            Map.entry(Service.ROADS, Cast.AURORE),
            Map.entry(Service.WATER, Cast.LUCIE),
            Map.entry(Service.WASTE, Cast.JOEL),
            Map.entry(Service.MOBILITY, Cast.MAELLE),
            Map.entry(Service.ECONOMY, Cast.OLIVIER),
            Map.entry(Service.HIGHER_EDUCATION, Cast.LEILA),
            Map.entry(Service.TOURISM, Cast.MARINE),
            Map.entry(Service.EARLY_CHILDHOOD, Cast.SANDRINE),
            Map.entry(Service.SCHOOLS, Cast.BRUNO),
            Map.entry(Service.CATERING, Cast.MARTIAL),
            Map.entry(Service.SPORTS, Cast.CORINNE),
            Map.entry(Service.CULTURE, Cast.ESTELLE)));

    /** Teams without a named head are led by the first of their agents. */
    static final Map<Team, Cast> TEAMS =
            new EnumMap<>(Map.of(Team.ROADS_NOGENT, Cast.DAMIEN, Team.WORKSHOP, Cast.THIERRY));

    private Organisation() {}
}
