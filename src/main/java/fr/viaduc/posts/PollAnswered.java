package fr.viaduc.posts;

/** While its author was changing a poll, somebody answered it, or it ended: it stays as it is. */
class PollAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
