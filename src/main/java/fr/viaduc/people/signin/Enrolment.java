package fr.viaduc.people.signin;

/** The secret to copy into an application, as a QR code and in letters. */
public record Enrolment(QrCode qr, String secret) {

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "Enrolment";
    }
}
