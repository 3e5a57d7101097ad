/** Rules of the whole house, kept by tests so that reviewers need not. */
@org.jspecify.annotations.NullMarked
package fr.viaduc.house;
