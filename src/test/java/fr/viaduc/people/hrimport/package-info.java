@org.jspecify.annotations.NullMarked
package fr.viaduc.people.hrimport;
