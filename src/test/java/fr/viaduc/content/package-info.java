@NullMarked
package fr.viaduc.content;

import org.jspecify.annotations.NullMarked;
