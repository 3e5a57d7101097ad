package fr.viaduc.people.signin;

/** What happens to an account. */
public enum SignInKind {
    SIGNED_IN,
    REFUSED,
    SIGNED_OUT,
    ACTIVATED,
    PASSWORD_CHANGED,
    CODE_ISSUED,
    SECOND_FACTOR_ADDED,
    SECOND_FACTOR_REMOVED,
    SECOND_FACTOR_REFUSED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    SESSIONS_ENDED,
    SUSPENDED,
    RESTORED
}
