/** What Viaduc costs: a network of any size, its pages under load, and what each asks of every process. */
@NullMarked
package fr.viaduc.bench;

import org.jspecify.annotations.NullMarked;
