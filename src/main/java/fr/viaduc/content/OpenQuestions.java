package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.util.List;

/** What has been asked of everybody and waits for an answer: the forum's questions, for those who write the FAQ. */
public interface OpenQuestions {

    /** Those that the viewer sees, the longest waiting first; in a constant number of statements. */
    List<Item> unanswered(Viewer viewer, int most);

    /** Those that some have replied to, without a reply that was taken for the answer; the latest first. */
    List<Item> undecided(Viewer viewer, int most);
}
