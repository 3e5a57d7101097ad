package fr.viaduc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process and those it started, as Linux counts them in {@code /proc}. */
record Processes(long root) {

    private static final double TICKS_PER_SECOND = 100;

    /** Seconds of processor, the children that have ended included. */
    double cpuSeconds() throws IOException {
        double ticks = 0;
        for (long pid : all()) {
            ticks += ticks(pid, pid == root);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Resident memory of the first process. */
    long residentMegabytes() throws IOException {
        return kilobytes(root, "status", "VmRSS:") / 1024;
    }

    /** Memory of all, what they share counted once. */
    long ownMegabytes() throws IOException {
        long sum = 0;
        for (long pid : all()) {
            sum += kilobytes(pid, "smaps_rollup", "Pss:");
        }
        return sum / 1024;
    }

    private List<Long> all() {
        return Stream.concat(
                        Stream.of(root),
                        ProcessHandle.of(root).stream()
                                .flatMap(ProcessHandle::children)
                                .map(ProcessHandle::pid))
                .toList();
    }

    /** Fields 14 and 15 are the process's own time, 16 and 17 that of its ended children (proc(5)). */
    private static double ticks(long pid, boolean withEnded) throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        } catch (IOException ended) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int field = 14; field <= (withEnded ? 17 : 15); field++) {
            ticks += Double.parseDouble(fields[field - 3]);
        }
        return ticks;
    }

    private static long kilobytes(long pid, String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
