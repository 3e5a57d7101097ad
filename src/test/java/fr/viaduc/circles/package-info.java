@NullMarked
package fr.viaduc.circles;

import org.jspecify.annotations.NullMarked;
