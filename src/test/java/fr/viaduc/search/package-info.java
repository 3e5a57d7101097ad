/** Tests of search. */
@NullMarked
package fr.viaduc.search;

import org.jspecify.annotations.NullMarked;
