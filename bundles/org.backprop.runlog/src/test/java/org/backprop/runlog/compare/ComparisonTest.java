package org.backprop.runlog.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.backprop.runlog.compare.Comparison.Difference;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.series.SeriesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static Series series(double... values) {
        SeriesBuilder builder = new SeriesBuilder();
        for (int i = 0; i < values.length; i++) {
            builder.append(i, i, (float) values[i]);
        }
        return builder.series();
    }

    private static RunSnapshot run(Map<String, Series> scalars) {
        return new RunSnapshot(
                Path.of("run"),
                "run",
                Optional.empty(),
                Outcome.COMPLETED,
                scalars,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Comparison.MetricRow row(Comparison comparison, String tag) {
        return comparison.metrics().stream()
                .filter(metric -> metric.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBestOfAllRunsWinsInTheDirectionOfTheMetric() {
        RunSnapshot first = run(Map.of("loss/validation", series(3, 1, 2), "accuracy/validation", series(0.5, 0.8)));
        RunSnapshot second = run(Map.of("loss/validation", series(4, 0.5, Double.NaN)));
        RunSnapshot third = run(Map.of("loss/validation", series(0.5), "epoch", series(1, 2)));
        Comparison comparison = Comparison.of(List.of(first, second, third));
        assertEquals(2, comparison.metrics().size(), "epoch is no metric");
        Comparison.MetricRow loss = row(comparison, "loss/validation");
        assertEquals(List.of(OptionalDouble.of(1), OptionalDouble.of(0.5), OptionalDouble.of(0.5)), loss.best());
        assertEquals(OptionalDouble.of(0.5), loss.last().get(1), "the last finite one");
        assertEquals(Set.of(1, 2), loss.winners());
        assertEquals(Set.of(), row(comparison, "accuracy/validation").winners(), "alone there is nothing to win");
    }

    @Test
    void onlyWhatConfigurationsDoNotShareIsADifference() {
        Hyperparameters a = new Hyperparameters(Map.of("batch_size", "32", "epochs", "10"));
        Hyperparameters b = new Hyperparameters(Map.of("batch_size", "64", "epochs", "10"));
        Hyperparameters c = new Hyperparameters(Map.of("epochs", "10"));
        assertEquals(
                List.of(new Difference("batch_size", List.of(Optional.of("32"), Optional.of("64"), Optional.empty()))),
                Comparison.differences(List.of(a, b, c)));
    }

    @ParameterizedTest
    @CsvSource({
        "loss/train, LESS",
        "val_loss, LESS",
        "rmse/validation, LESS",
        "accuracy/validation, MORE",
        "top_k/test, MORE",
        "Accuracy/val, MORE",
        "gradient_norm/hidden1, NONE",
        "learning_rate, NONE",
        "throughput/samples_per_second, NONE"
    })
    void directionsAreToldFromTags(String tag, Direction direction) {
        assertEquals(direction, Direction.of(tag));
    }
}
