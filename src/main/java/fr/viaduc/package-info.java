/** Viaduc. Its packages are its plan: see {@code docs/tour.md}. */
@org.jspecify.annotations.NullMarked
package fr.viaduc;
