@NullMarked
package fr.viaduc.posts;

import org.jspecify.annotations.NullMarked;
