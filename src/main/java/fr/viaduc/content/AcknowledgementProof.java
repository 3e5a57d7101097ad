package fr.viaduc.content;

import fr.viaduc.people.PersonLine;
import java.time.Instant;

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
        PersonLine person, int version, String at, String way, String textHash, String reference, String seal) {

    /** One of the viewer's own, on their list; its title as it was then. */
    public record Own(
            long itemId, int version, String headline, Acknowledgement.Kind kind, Instant at, boolean onPaper) {

        /** Where its proof is. */
        public String address() {
            return "/publications/" + itemId + "/pris-connaissance/preuve?version=" + version;
        }

        String cursor() {
            return at.getEpochSecond() + "." + at.getNano() + "_" + itemId;
        }
    }
}
