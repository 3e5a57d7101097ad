@NullMarked
package fr.viaduc.feed;

import org.jspecify.annotations.NullMarked;
