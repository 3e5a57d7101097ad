package fr.viaduc.demo;

/** For whom something is published. */
sealed interface Target permits Network, Service, Group, Place, Mission {}
