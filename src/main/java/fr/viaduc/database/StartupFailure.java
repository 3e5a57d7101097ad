package fr.viaduc.database;

/** Viaduc cannot start, and the message says in French what the person at the console can do about it. */
public final class StartupFailure extends RuntimeException {

    public StartupFailure(String message) {
        super(message);
    }

    public StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
