/**
 * Sign-in: accounts and passwords, sessions, letter codes, second factors, shared devices, and the log of connections.
 *
 * <p>Everything here is the house's work and goes over the system pool: nobody is a viewer before having signed in.
 */
@NullMarked
@NamedInterface("signin")
package fr.viaduc.people.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
