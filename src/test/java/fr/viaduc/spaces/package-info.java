@NullMarked
package fr.viaduc.spaces;

import org.jspecify.annotations.NullMarked;
