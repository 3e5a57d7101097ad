@NullMarked
package fr.viaduc.blog;

import org.jspecify.annotations.NullMarked;
