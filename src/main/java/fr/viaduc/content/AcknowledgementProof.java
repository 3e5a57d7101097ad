package fr.viaduc.content;

import fr.viaduc.people.PersonLine;

/**
 * What is printed of one acknowledgement.
 *
 * @param at when it was recorded, in words
 * @param way how, in words
 * @param textHash SHA-256 of the title and body of that version, in hexadecimal
 * @param reference by which the house finds it again
 * @param seal by which a forged or altered one is told
 */
public record AcknowledgementProof(
        PersonLine person, int version, String at, String way, String textHash, String reference, String seal) {}
