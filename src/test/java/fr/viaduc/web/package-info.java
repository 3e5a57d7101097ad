@NullMarked
package fr.viaduc.web;

import org.jspecify.annotations.NullMarked;
