package fr.viaduc.demo;

import fr.viaduc.people.signin.Accounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty network. One that has people is left as it is. */
@Service
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final long SEED = 42;
    static final String PASSWORD = "Viaduc-demo-2026";
    static final List<Protagonist> SIGN_INS = List.of(
            Cast.JEAN_MARC, Cast.ELODIE, Cast.CHRISTELLE, Cast.MATHIEU, Cast.AURORE, Elected.HELENE, Elected.YVES);

    private final PeopleRepository people;
    private final StoryRepository stories;
    private final StoryTeller teller;
    private final ForumTeller forum;
    private final FaqTeller faq;
    private final Accounts accounts;
    private final TransactionTemplate system;
    private final Clock clock;

    Demonstration(
            PeopleRepository people,
            StoryRepository stories,
            StoryTeller teller,
            ForumTeller forum,
            FaqTeller faq,
            Accounts accounts,
            @Qualifier("systemTransactionManager") PlatformTransactionManager systemTransactions,
            Clock clock) {
        this.people = people;
        this.stories = stories;
        this.teller = teller;
        this.forum = forum;
        this.faq = faq;
        this.accounts = accounts;
        this.system = new TransactionTemplate(systemTransactions);
        this.clock = clock;
    }

    /** Fills the network and says whether it did: false when there already are people. */
    public boolean fill() {
        if (!people.isEmpty()) {
            return false;
        }
        long start = System.nanoTime();
        var today = LocalDate.now(clock);
        var population = new Population(today);
        system.executeWithoutResult(transaction -> addPeople(population, today));
        long peopled = System.nanoTime();
        openAccounts();
        teller.tell(new Random(SEED));
        forum.tell(new Random(SEED));
        faq.tell(new Random(SEED));
        long end = System.nanoTime();
        LOG.info(
                "Réseau de démonstration rempli en {} ms : annuaire {} ms, récits {} ms",
                (end - start) / 1_000_000,
                (peopled - start) / 1_000_000,
                (end - peopled) / 1_000_000);
        return true;
    }

    /** Those who sign in; the others have no password. */
    private void openAccounts() {
        var villagers = stories.villagers();
        accounts.open(SIGN_INS.stream().map(villagers::id).toList(), PASSWORD);
    }

    private void addPeople(Population population, LocalDate today) {
        people.deferMembership();
        people.addSites();
        people.addUnits();
        people.addMissionsAndSkills(population.agents);
        people.addAgents(population.agents);
        people.addHeads(population.heads());
        people.addSecondAssignments(population.agents);
        people.addMeans();
        people.addElected(today);
        people.addAbsences(population.agents, today, new Random(SEED));
        people.addRoles(population);
        people.addPersonalFields(population.agents, new Random(SEED));
    }
}
