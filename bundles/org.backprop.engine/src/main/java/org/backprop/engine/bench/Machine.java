package org.backprop.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;

/** Says where figures come from. */
public final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** One line: processor, cores, JDK, the contestants and the date. */
    public static String describe(Collection<String> contestants) {
        int cores = Runtime.getRuntime().availableProcessors();
        Stream<String> facts = Stream.of(
                cpu(), cores + (cores == 1 ? " core" : " cores"), "JDK " + System.getProperty("java.version"));
        return String.join(
                "; ",
                Stream.of(facts, contestants.stream(), Stream.of(LocalDate.now().toString()))
                        .flatMap(part -> part)
                        .toList());
    }

    private static String cpu() {
        String architecture = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip() + " (" + architecture + ")")
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
