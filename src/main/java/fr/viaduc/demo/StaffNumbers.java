package fr.viaduc.demo;

/** How people are numbered. */
final class StaffNumbers {

    private StaffNumbers() {}

    static String agent(int index) {
        return "%06d".formatted(107 + 7 * index);
    }

    static String elected(int index) {
        return "E%04d".formatted(1 + index);
    }
}
