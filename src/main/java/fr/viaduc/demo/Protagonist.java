package fr.viaduc.demo;

/** A person whom stories name: an agent of the {@link Cast} or one of the {@link Elected}. */
sealed interface Protagonist permits Cast, Elected {

    String staffNumber();

    String fullName();
}
