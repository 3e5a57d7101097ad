package fr.viaduc.spaces;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of a group; requests and invitations for those who lead it.
 *
 * @param next where the next page of members begins, null at the end
 */
public record MemberList(
        List<Member> members, List<Member> requests, List<Member> invitations, SpaceList.@Nullable After next) {}
