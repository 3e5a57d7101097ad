package fr.viaduc.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is in which group: those who speak there in the stories, those whose work it is, and some others. */
@Component
class Groups {

    private static final int TINTS = 6;

    private final GroupRepository repository;

    Groups(GroupRepository repository) {
        this.repository = repository;
    }

    /** Opens them all; says under which number each stands. */
    Map<Group, Long> open(Villagers villagers, List<Story.Post> posts, Random random) {
        var opened = new EnumMap<Group, Long>(Group.class);
        var agents = repository.agents();
        for (var group : Group.values()) {
            long owner = villagers.id(group.owner);
            boolean secret = group.access.equals("secret");
            long space = repository.open(group, owner, 1 + opened.size() % TINTS, !secret);
            var members = members(group, villagers, posts, agents, random);
            members.remove(owner);
            repository.invite(space, owner, members);
            if (secret) {
                members.forEach(person -> repository.join(space, person, ""));
            } else {
                repository.free(space, villagers.id(Cast.ELODIE));
            }
            opened.put(group, space);
        }
        leaveSomethingToDo(opened, villagers);
        return opened;
    }

    /** Requests to answer and an invitation to accept, as there always are. */
    private void leaveSomethingToDo(Map<Group, Long> opened, Villagers villagers) {
        opened.forEach((group, space) -> {
            switch (group) {
                case STATION_SQUARE -> {
                    repository.join(space, villagers.id(Cast.LEA), "Je prépare l’album photo du chantier.");
                    repository.join(space, villagers.id(Cast.THOMAS), "Le bibliobus s’y arrêtera dès le printemps.");
                }
                case TOWN_SECRETARIES ->
                    repository.join(
                            space, villagers.id(Cast.NADEGE), "L’accueil du siège répond souvent à vos usagers.");
                case POOL_WORKS ->
                    repository.invite(space, villagers.id(group.owner), List.of(villagers.id(Cast.ELODIE)));
                case WATER_ALERT ->
                    repository.invite(space, villagers.id(group.owner), List.of(villagers.id(Cast.AURORE)));
                default -> {}
            }
        });
    }

    private Set<Long> members(
            Group group, Villagers villagers, List<Story.Post> posts, List<Long> agents, Random random) {
        var members = new LinkedHashSet<Long>();
        for (var post : posts) {
            if (post.audience.contains(group)) {
                members.add(villagers.id(post.author));
                post.remarks.forEach(remark -> members.add(villagers.id(remark.author())));
            }
        }
        members.addAll(those(group, villagers, agents, random));
        return members;
    }

    private Collection<Long> those(Group group, Villagers villagers, List<Long> agents, Random random) {
        return switch (group) {
            case SITE_CONTACTS -> repository.siteContacts();
            case DIGITAL_COMMISSION -> repository.inCommission("numerique");
            case MANAGEMENT ->
                Organisation.SERVICES.values().stream().map(villagers::id).toList();
            case COMMUNES -> {
                var both = new ArrayList<>(some(repository.elected(), 60, random));
                both.addAll(some(agents, 170, random));
                both.add(villagers.id(Cast.ELODIE));
                both.add(villagers.id(Cast.JEAN_MARC));
                both.add(villagers.id(Cast.CHRISTELLE));
                both.add(villagers.id(Cast.MATHIEU));
                yield both;
            }
            case CAR_SHARING -> some(agents, 60, random);
            case CHOIR -> some(agents, 15, random);
            case WALKERS -> some(agents, 42, random);
            case BARGAINS -> some(agents, 170, random);
            case NEWCOMERS -> some(agents, 24, random);
            case VIADUC_HELP -> some(agents, 130, random);
            case SHARED_GARDEN -> some(agents, 14, random);
            case CHILDREN_PARTY -> some(agents, 8, random);
            case UNION_ARCHES, UNION_TERRITORY -> some(agents, 26, random);
            case STATION_SQUARE -> some(repository.withMission(Mission.SITE_WORKS), 8, random);
            case POOL_WORKS -> some(repository.withMission(Mission.SWIMMING), 6, random);
            case WATER_ALERT -> some(repository.withMission(Mission.WATER_PRODUCTION), 7, random);
            default -> {
                var colleagues = group.mission == null ? List.<Long>of() : repository.withMission(group.mission);
                yield some(colleagues, colleagues.size() * 3 / 5, random);
            }
        };
    }

    private static List<Long> some(List<Long> people, int number, Random random) {
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(number, shuffled.size())));
    }
}
