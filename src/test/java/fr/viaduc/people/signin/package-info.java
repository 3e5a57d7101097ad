@NullMarked
package fr.viaduc.people.signin;

import org.jspecify.annotations.NullMarked;
