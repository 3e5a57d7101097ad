@NullMarked
package fr.viaduc.forum;

import org.jspecify.annotations.NullMarked;
