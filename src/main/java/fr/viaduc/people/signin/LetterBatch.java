package fr.viaduc.people.signin;

import java.time.LocalDate;

/** A batch that was made. */
public record LetterBatch(String audience, int letters, LocalDate day) {}
