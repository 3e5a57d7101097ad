package fr.viaduc.blog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.content.Item.State;
import org.junit.jupiter.api.Test;

/** The rules of an article's life, without a database. */
class ArticleTest {

    @Test
    void aDraftIsReadOrPublishedAndNothingElse() {
        assertThat(State.DRAFT.leadsTo(State.REVIEW)).isTrue();
        assertThat(State.DRAFT.leadsTo(State.PUBLISHED)).isTrue();
        assertThat(State.DRAFT.leadsTo(State.ARCHIVED)).isFalse();
    }

    @Test
    void whatIsPublishedDoesNotBecomeADraftAgainByItsAuthors() {
        assertThat(State.PUBLISHED.leadsTo(State.DRAFT)).isFalse();
        assertThat(State.PUBLISHED.leadsTo(State.REVIEW)).isFalse();
        assertThat(State.PUBLISHED.leadsTo(State.ARCHIVED)).isTrue();
        assertThat(State.ARCHIVED.leadsTo(State.PUBLISHED)).isTrue();
    }

    @Test
    void whatWasPutAwayMayBeWorkedOnAgain() {
        assertThat(State.ARCHIVED.leadsTo(State.DRAFT)).isTrue();
        assertThat(State.ARCHIVED.leadsTo(State.REVIEW)).isFalse();
    }

    @Test
    void whatIsScheduledCanBeTakenBack() {
        assertThat(State.SCHEDULED.leadsTo(State.DRAFT)).isTrue();
        assertThat(State.REVIEW.leadsTo(State.DRAFT)).isTrue();
    }

    @Test
    void nothingComesBackFromRemoval() {
        for (State next : State.values()) {
            assertThat(State.REMOVED.leadsTo(next)).as(next.name()).isFalse();
        }
    }

    @Test
    void anAddressBeginsWithTheNumber() {
        assertThat(ArticleAddress.id("42-karim-4-h-30")).isEqualTo(42);
        assertThat(ArticleAddress.id("42")).isEqualTo(42);
    }
}
