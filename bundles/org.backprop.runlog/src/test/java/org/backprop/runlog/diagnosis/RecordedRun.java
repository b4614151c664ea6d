package org.backprop.runlog.diagnosis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.backprop.runlog.tensor.Tensor;

/** Builds a run out of formulas. */
final class RecordedRun {
    private static final int BOUND = 4096;

    private final Map<String, Series> scalars = new LinkedHashMap<>();
    private final Map<String, Recorded<Tensor>> tensors = new LinkedHashMap<>();
    private final Map<String, Object> training = new LinkedHashMap<>();
    private final Map<String, Object> network = new LinkedHashMap<>();
    private Outcome outcome = Outcome.COMPLETED;
    private Optional<String> message = Optional.empty();

    RecordedRun() {
        training.put("optimizer", Map.of("adam", Map.of("learning_rate", 0.001)));
    }

    /** A curve with a value at every {@code every}-th step up to {@code steps}. */
    RecordedRun curve(String tag, long steps, int every, LongToDoubleFunction value) {
        SeriesBuilder builder = SeriesBuilder.bounded(BOUND);
        for (long step = every; step <= steps; step += every) {
            builder.append(step, step, (float) value.applyAsDouble(step));
        }
        scalars.put(tag, builder.series());
        return this;
    }

    RecordedRun curve(String tag, long steps, LongToDoubleFunction value) {
        return curve(tag, steps, 1, value);
    }

    RecordedRun counts(String tag, long... counts) {
        tensors.put(tag, new Recorded<>(0, 0, Tensor.longs(counts, counts.length)));
        return this;
    }

    RecordedRun training(String key, Object value) {
        training.put(key, value);
        return this;
    }

    RecordedRun network(String key, Object value) {
        network.put(key, value);
        return this;
    }

    RecordedRun running() {
        outcome = Outcome.RUNNING;
        return this;
    }

    RecordedRun failed(String why) {
        outcome = Outcome.FAILED;
        message = Optional.of(why);
        return this;
    }

    RunSnapshot snapshot() {
        RunInfo started = RunInfo.starting(
                "test",
                ModelSource.of("test.nn.yaml", ""),
                Map.of("training", training, "network", network),
                1,
                new Environment(Map.of(), "native", "CPU", 1, List.of()),
                new Plan(10, 100, 1000));
        RunInfo info = outcome == Outcome.RUNNING ? started : started.ended(outcome, started.start(), message);
        return new RunSnapshot(
                Path.of("run"),
                "test",
                Optional.of(info),
                outcome,
                scalars,
                Map.of(),
                tensors,
                Map.of(),
                List.of(),
                List.of());
    }

    Diagnosis diagnosis() {
        return Diagnosis.of(snapshot());
    }
}
