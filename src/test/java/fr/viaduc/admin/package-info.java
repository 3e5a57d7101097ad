/** Tests of the administration. */
@NullMarked
package fr.viaduc.admin;

import org.jspecify.annotations.NullMarked;
