@NullMarked
package fr.viaduc.demo;

import org.jspecify.annotations.NullMarked;
