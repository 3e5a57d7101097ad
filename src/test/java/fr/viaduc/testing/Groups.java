package fr.viaduc.testing;

import fr.viaduc.spaces.NewSpaceForm;
import fr.viaduc.spaces.Spaces;
import fr.viaduc.web.Viewer;
import java.util.List;

/** Groups to test with, opened and joined as people do. */
public final class Groups {
    private final Town town;
    private final Spaces spaces;

    public Groups(Town town, Spaces spaces) {
        this.town = town;
        this.spaces = spaces;
    }

    /** An open group that these people have joined; returns its id. */
    public long open(Viewer owner, String name, Viewer... members) {
        String slug = create(owner, name, "open");
        for (Viewer member : members) {
            town.as(member.id(), () -> spaces.join(member, slug, null));
        }
        return id(slug);
    }

    /** A secret group to which these people were invited, and which they joined; returns its id. */
    public long secret(Viewer owner, String name, Viewer... members) {
        String slug = create(owner, name, "secret");
        long group = id(slug);
        for (Viewer member : members) {
            join(owner, group, member);
        }
        return group;
    }

    /** Brings somebody into a group that its owner leads. */
    public void join(Viewer owner, long group, Viewer member) {
        String slug = town.database()
                .sql("select slug from spaces.space where id = ?")
                .param(group)
                .query(String.class)
                .single();
        town.as(owner.id(), () -> spaces.invite(owner, slug, List.of(member.id())));
        town.as(member.id(), () -> spaces.join(member, slug, null));
    }

    private String create(Viewer owner, String name, String access) {
        return town.as(
                owner.id(), () -> spaces.open(owner, new NewSpaceForm(name, "", "group", access, false, true, null)));
    }

    private long id(String slug) {
        return town.database()
                .sql("select id from spaces.space where slug = ?")
                .param(slug)
                .query(Long.class)
                .single();
    }
}
