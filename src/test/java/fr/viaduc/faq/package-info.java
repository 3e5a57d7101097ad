@NullMarked
package fr.viaduc.faq;

import org.jspecify.annotations.NullMarked;
