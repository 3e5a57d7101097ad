package fr.viaduc.web;

import java.util.Set;

/**
 * A page of the administration, as its home page leads to it: each module declares its own as a bean.
 *
 * @param address of the page
 * @param icon its name in the sprite
 * @param key of its title; the sentence below has the key with ".text"
 * @param rank its place, lowest first
 * @param roles those who may open it; one of them is enough
 */
public record AdminEntry(String address, String icon, String key, int rank, Set<Role> roles) {

    /** Only agents administer: an elected official never does, whatever the roles. */
    public boolean shownTo(Viewer viewer) {
        return viewer.agent() && !viewer.preview() && viewer.isAny(roles.toArray(Role[]::new));
    }
}
