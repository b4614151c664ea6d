package org.backprop.engine.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.backprop.model.ModelReader;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares learning rates with those of PyTorch, which src/test/python/schedules.py wrote. */
class ScheduleReferenceTest {

    private static final String MODEL = """
            backprop: 1
            data: digits
            network:
              layers: [flatten, {dense: 10}]
            training: {loss: cross_entropy, epochs: 60, optimizer: {sgd: 0.2}, schedule: %s}
            """;

    private static Map<String, double[]> reference() throws IOException {
        try (InputStream in = ScheduleReferenceTest.class.getResourceAsStream("schedules.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            words -> words[0],
                            words -> Arrays.stream(words)
                                    .skip(1)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        }
    }

    /** One update an epoch, so that it does not matter which of the two a schedule counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant | {constant: {factor: 0.5, total_iters: 7}}",
                "step | {step: 9}",
                "multi_step | {multi_step: {milestones: [5, 20, 21], gamma: 0.3}}",
                "linear | linear",
                "linear_down | {linear: {start_factor: 1, end_factor: 0.2, total_iters: 40}}",
                "polynomial | {polynomial: {total_iters: 50, power: 2}}",
                "exponential | {exponential: 0.95}",
                "cosine | {cosine: {eta_min: 0.01}}",
                "cosine_restarts | {cosine_restarts: {t0: 7, t_mult: 2, eta_min: 0.001}}",
                "triangular | {cyclic: {max_lr: 0.8, step_size_up: 6, step_size_down: 9}}",
                "triangular2 | {cyclic: {max_lr: 0.8, step_size_up: 6, mode: triangular2}}",
                "exp_range | {cyclic: {max_lr: 0.8, step_size_up: 6, mode: exp_range, gamma: 0.97}}",
                "one_cycle | one_cycle",
                "one_cycle_linear | {one_cycle: {max_lr: 0.7, pct_start: 0.4, anneal_strategy: linear, three_phase: true}}",
                "swa_lr | {swa_lr: {anneal_epochs: 25}}",
                "swa_lr_linear | {swa_lr: {swa_lr: 0.5, anneal_epochs: 11, anneal_strategy: linear}}",
                "sequence | {sequence: {schedules: [{constant: {factor: 0.1, total_iters: all}}, {exponential: 0.9}], milestones: [20]}}",
                "on_plateau | {on_plateau: {metric: loss/train, patience: 2, cooldown: 1, factor: 0.5, threshold: 0.02}}",
                "on_plateau_abs | {on_plateau: {metric: loss/train, patience: 1, threshold_mode: abs, threshold: 0.05, min_lr: 0.01}}",
            })
    void theLearningRateIsThatOfPyTorch(String name, String schedule) throws IOException {
        TrainingSection settings = ModelReader.read("test.nn.yaml", MODEL.formatted(schedule))
                .model()
                .orElseThrow()
                .training();
        double[] expected = reference().get(name);
        double[] losses = reference().get("losses");
        LearningRate rate = new LearningRate(settings, 1);
        for (int t = 0; t < expected.length; t++) {
            double loss = losses[t];
            assertEquals(expected[t], rate.of(t + 1), 1e-9, "rate of update " + (t + 1));
            rate.endEpoch(metric -> loss);
            LearningRate resumed = new LearningRate(settings, 1);
            resumed.restore(rate.state());
            rate = resumed;
        }
    }
}
