package fr.viaduc.people.signin;

import java.time.LocalDate;

/** A session under way, as its own person sees it: days, not hours. */
public record OpenSession(long id, String device, boolean kiosk, LocalDate since, LocalDate lastDay) {}
