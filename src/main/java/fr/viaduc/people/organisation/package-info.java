/** Who changes the organisation: units, sites, missions, means, mandates and roles for administrators, assignments also for human resources. */
@NullMarked
package fr.viaduc.people.organisation;

import org.jspecify.annotations.NullMarked;
