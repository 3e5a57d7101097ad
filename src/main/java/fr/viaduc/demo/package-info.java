/**
 * The demonstration: fills an empty network, asked by {@code --demo}, with fictional people and some months of their
 * life, told story by story through the real services. The same seed gives the same network; dates follow today's.
 */
@NullMarked
@ApplicationModule
package fr.viaduc.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
