package org.backprop.runlog.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Run descriptions for the tests. */
final class Samples {
    static final Instant START = Instant.parse("2030-01-31T12:00:00.123456Z");

    private Samples() {}

    static RunInfo info() {
        return RunInfo.starting("digits-mlp", model(), configuration(), 42, environment(), new Plan(10, 938, 109_386));
    }

    static RunInfo infoOf(TrainerProcess process) {
        return new RunInfo(
                "digits-mlp",
                model(),
                configuration(),
                42,
                environment(),
                process,
                new Plan(10, 938, 109_386),
                START,
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty());
    }

    private static ModelSource model() {
        return ModelSource.of("digits-mlp.nn.yaml", "backprop: 1\nname: \"digits-mlp\" # \u00fc\n");
    }

    private static Map<String, Object> configuration() {
        return Map.of(
                "training", Map.of("epochs", 10L, "shuffle", true, "rate", 0.001), "layers", List.of("flatten", 1.5));
    }

    private static Environment environment() {
        return new Environment(
                Map.of("java", "25"), "native", "a processor", 2, List.of("java", "-jar", "x y.jar", "--seed", "42"));
    }
}
