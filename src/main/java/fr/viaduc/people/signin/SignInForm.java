package fr.viaduc.people.signin;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in form, as it was typed.
 *
 * @param identifier matricule or professional e-mail
 * @param shared whether the device is shared
 * @param retour the page to go back to
 */
public record SignInForm(
        @Nullable String identifier,
        @Nullable String password,
        @Nullable Boolean shared,
        @Nullable String retour) {

    static SignInForm empty(@Nullable String retour) {
        return new SignInForm("", "", false, retour);
    }

    public String typedIdentifier() {
        return identifier == null ? "" : identifier.strip();
    }

    String typedPassword() {
        return password == null ? "" : password;
    }

    public boolean onSharedDevice() {
        return Boolean.TRUE.equals(shared);
    }

    /** A page of this network to go back to; anything else leads home. */
    public String back() {
        return isPath(retour) ? String.valueOf(retour) : "/";
    }

    static boolean isPath(@Nullable String address) {
        return address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(character -> character == '\\' || character < ' ');
    }

    /** Never prints the password. */
    @Override
    public String toString() {
        return "SignInForm[" + identifier + "]";
    }
}
