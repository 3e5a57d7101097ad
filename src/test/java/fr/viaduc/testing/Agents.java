package fr.viaduc.testing;

import fr.viaduc.people.signin.Accounts;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.List;

/** Agents who have an account, to sign in by the front door. */
public final class Agents {
    public static final String PASSWORD = "quatre péniches vertes";

    private final Town town;
    private final Accounts accounts;

    public Agents(Town town, Accounts accounts) {
        this.town = town;
        this.accounts = accounts;
    }

    /** An agent of that unit who signs in with that staff number. */
    public Viewer hire(String staffNumber, String firstName, String lastName, long unit, Role... roles) {
        Viewer agent = town.hire(firstName, lastName, unit, roles);
        town.run("update people.person set staff_number = ? where id = ?", staffNumber, agent.id());
        accounts.open(List.of(agent.id()), PASSWORD);
        return agent;
    }
}
