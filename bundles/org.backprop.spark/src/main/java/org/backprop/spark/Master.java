package org.backprop.spark;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a cluster, as Spark has it.
 *
 * @param url such as {@code local[2]} or {@code spark://host:7077}
 */
record Master(String url) {
    private static final Pattern THREADS = Pattern.compile("local\\[\\s*(\\d+|\\*)\\s*(?:,\\s*\\d+\\s*)?]");
    private static final Pattern PROCESSES =
            Pattern.compile("local-cluster\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*\\d+\\s*]");

    /** Whether everything runs on this machine. */
    boolean isHere() {
        return url.startsWith("local");
    }

    /** Whether executors are processes on this machine. */
    boolean isProcesses() {
        return PROCESSES.matcher(url).matches();
    }

    /** The number of executors, or of threads of this process that act as such; empty if the address does not say. */
    OptionalInt executors() {
        Matcher processes = PROCESSES.matcher(url);
        if (processes.matches()) {
            return OptionalInt.of(Integer.parseInt(processes.group(1)));
        }
        Matcher threads = THREADS.matcher(url);
        if (threads.matches()) {
            return OptionalInt.of(
                    threads.group(1).equals("*")
                            ? Runtime.getRuntime().availableProcessors()
                            : Integer.parseInt(threads.group(1)));
        }
        return url.equals("local") ? OptionalInt.of(1) : OptionalInt.empty();
    }

    /** The cores of an executor; empty if the address does not say. */
    OptionalInt cores() {
        Matcher processes = PROCESSES.matcher(url);
        return processes.matches() ? OptionalInt.of(Integer.parseInt(processes.group(2))) : OptionalInt.empty();
    }
}
