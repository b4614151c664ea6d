package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.testkit.Conditions;
import org.opentest4j.AssertionFailedError;

/**
 * What this process holds of the system: child processes, open files and sockets, threads.
 *
 * @param held each by a name of its own
 */
record Remains(Set<String> held) {
    private static final Duration PATIENCE = Duration.ofSeconds(90); // pools keep idle threads for a minute

    /** What is opened once and kept: classes and resources on demand. */
    private static final Predicate<String> LAZY = name -> name.endsWith(".jar");

    /** What is held now. */
    static Remains now() {
        Set<String> held = new TreeSet<>();
        ProcessHandle.current()
                .descendants()
                .forEach(child -> held.add("process " + child.pid() + " "
                        + child.info().commandLine().orElse("")));
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> held.add("thread " + thread.threadId() + " " + thread.getName()));
        held.addAll(handles());
        return new Remains(held);
    }

    /** Open files and sockets, where the system tells them. */
    private static Set<String> handles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(Remains::target)
                    .filter(target -> !target.isEmpty() && !LAZY.test(target))
                    .map(target -> "handle " + target)
                    .collect(Collectors.toSet());
        } catch (IOException notLinux) {
            return Set.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** Waits until nothing is held but this and what {@code pooled} accepts. */
    void awaitAgain(Predicate<String> pooled) {
        try {
            Conditions.await(
                    "nothing left behind", PATIENCE, () -> added(pooled).isEmpty());
        } catch (AssertionFailedError left) {
            throw new AssertionFailedError("left behind: " + added(pooled), left);
        }
    }

    private Set<String> added(Predicate<String> pooled) {
        Set<String> added = new TreeSet<>(now().held);
        added.removeAll(held);
        added.removeIf(pooled);
        return added;
    }
}
