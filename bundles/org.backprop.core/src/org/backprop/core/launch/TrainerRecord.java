package org.backprop.core.launch;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What is kept of a live trainer, so that an IDE that was closed or has crashed finds it again.
 *
 * @param pid its process id
 * @param started when the operating system started it; tells a reused pid from the same process
 * @param port where it looks for its IDE
 * @param token what it and its IDE know; a secret
 * @param training what it trains
 * @param configuration memento of its launch configuration; empty if that was never saved
 * @param attributes the attributes of its {@link TrainerProcess}
 */
record TrainerRecord(
        long pid,
        Instant started,
        int port,
        String token,
        Training training,
        String configuration,
        Map<String, String> attributes) {
    private static final String ATTRIBUTE = "attribute.";
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    TrainerRecord {
        attributes = Map.copyOf(attributes);
    }

    /** The process; empty if it has ended. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(started, start(process)).abs().compareTo(TOLERANCE) <= 0);
    }

    /** When a process was started, as the operating system tells. */
    static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    Properties toProperties() {
        var properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("token", token);
        properties.setProperty("model", training.model());
        properties.setProperty("runs", training.runs().toString());
        properties.setProperty("sweep", Boolean.toString(training.sweep()));
        properties.setProperty("configuration", configuration);
        attributes.forEach((name, value) -> properties.setProperty(ATTRIBUTE + name, value));
        return properties;
    }

    /** The record in {@code properties}; empty if they are not those of a record. */
    static Optional<TrainerRecord> of(Properties properties) {
        var attributes = new HashMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), properties.getProperty(name));
            }
        }
        try {
            return Optional.of(new TrainerRecord(
                    Long.parseLong(properties.getProperty("pid")),
                    Instant.parse(properties.getProperty("started", "")),
                    Integer.parseInt(properties.getProperty("port")),
                    properties.getProperty("token", ""),
                    new Training(
                            properties.getProperty("model", ""),
                            Path.of(properties.getProperty("runs", "")),
                            Boolean.parseBoolean(properties.getProperty("sweep"))),
                    properties.getProperty("configuration", ""),
                    attributes));
        } catch (IllegalArgumentException | DateTimeException broken) {
            return Optional.empty();
        }
    }
}
