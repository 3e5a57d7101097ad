@NullMarked
package fr.viaduc.text;

import org.jspecify.annotations.NullMarked;
