/** Tests of the directory. */
@NullMarked
package fr.viaduc.people;

import org.jspecify.annotations.NullMarked;
