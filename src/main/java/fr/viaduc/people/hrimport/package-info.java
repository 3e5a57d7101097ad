/**
 * The HR import: reads the agents' file as the payroll system makes it, shows what would change, then applies it in one
 * transaction. What must not be kept (birth date, social security number, grade…) is dropped while the file is read.
 */
@NullMarked
package fr.viaduc.people.hrimport;

import org.jspecify.annotations.NullMarked;
