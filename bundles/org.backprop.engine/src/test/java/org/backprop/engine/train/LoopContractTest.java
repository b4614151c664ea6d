package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.runlog.run.RunFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for everything that surrounds the optimizer: a run that was interrupted goes on bit for bit. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class LoopContractTest {

    private static final String MODEL = """
            backprop: 1
            data: {csv: none.csv, split: {train: 0.7, validation: 0.3}}
            network:
              input: [2]
              layers:
                - dense: {name: hidden, units: 12, activation: tanh}
                - dropout: 0.1
                - dense: {name: middle, units: 8, activation: relu}
                - dense: {name: out, units: 2, activation: log_softmax}
            training: {loss: nll, batch_size: 16, epochs: 6, seed: 5, %s}
            """;

    /** Seven steps an epoch, the last of them smaller. */
    private static final int SAMPLES = 103;

    @Parameter
    Implementation implementation;

    @TempDir
    Path folder;

    static Stream<String> settings() {
        return Stream.of(
                "optimizer: adam",
                "optimizer: {sgd_bb: {learning_rate: 0.1}}, schedule: {exponential: 0.9}",
                "schedule: {cosine: {warmup: 1}}",
                "schedule: {one_cycle: {max_lr: 0.01}}",
                "clipping: {value: 0.001}",
                "clipping: {layer_norm: 0.01}",
                "clipping: {global_norm: 0.02}",
                "clipping: adaptive",
                "clipping: {adaptive: {scope: layer, output_layer: true}}",
                "regularizer: [{l1: 0.001}, {max_norm: 0.5}]",
                "regularizer: {l1_l2: {biases: true}}",
                "stopping: [{early_stopping: {patience: 5, min_delta: 0.1, restore_best: true}}, {max_time: 1e6},"
                        + " {target_metric: {metric: accuracy/train, value: 1.1}}]",
                "order: {weighted: {class_weights: [1, 3]}}",
                "order: {curriculum: {pacing: root, epochs: 4}}",
                "accumulate: 3",
                "averaging: {ema: 0.9}, stopping: {early_stopping: {restore_best: true}}",
                "averaging: {swa: 0.5}",
                "lookahead: {}, accumulate: 2",
                "gradient_noise: {eta: 0.1}",
                "pruning: {sparsity: 0.8, regrowth: 0.2, schedule: {cubic: {begin: 1, end: 30, every: 4, by: step}}}",
                "pruning: {criterion: taylor, sparsity: 0.6, scope: layer, exclude: out,"
                        + " schedule: {iterative: {fraction: 0.3, rewind: 1}}}, accumulate: 2,"
                        + " averaging: {ema: 0.9}, stopping: {early_stopping: {restore_best: true}}",
                "pruning: {criterion: {optimal_brain_damage: hutchinson}, threshold: 0.0001,"
                        + " pattern: {blocks: {rows: 2, columns: 2}}, schedule: {iterative: {every: 7, by: step}}}",
                "pruning: {criterion: random, pattern: n_of_m, schedule: {linear: {}}}",
                "schedule: {cosine_restarts: {t0: 1, t_mult: 2}}, snapshot_ensemble: {most: 2}",
                "schedule: {cosine_restarts: {t0: 9, by: step}}, snapshot_ensemble: {}, accumulate: 2",
                "optimizer: {sgd: {learning_rate: 0.1}},"
                        + " schedule: {on_plateau: {patience: 0, threshold: 0.05, factor: 0.5, cooldown: 1}}");
    }

    /** Stops in the middle of an epoch, at its end, at its beginning, and after the first step. */
    static Stream<Arguments> interruptions() {
        return settings().flatMap(text -> Stream.of(1, 17, 21, 22).map(step -> Arguments.of(text, step)));
    }

    /** Two noisy classes that a circle divides. */
    private static Dataset circle(int count, long seed) {
        Random random = new Random(seed);
        float[] features = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            features[2 * i] = (float) random.nextGaussian();
            features[2 * i + 1] = (float) random.nextGaussian();
            labels[i] = Math.hypot(features[2 * i], features[2 * i + 1]) < 1.2 ? 0 : 1;
        }
        return new Dataset(Shape.of(2), features, labels, null, List.of("in", "out"));
    }

    private Trainer trainer(String settings) {
        Model model = ModelReader.read("test.nn.yaml", MODEL.formatted(settings))
                .model()
                .orElseThrow();
        Network network = Network.compile(model, Shape.of(2), implementation.open(), 16);
        return new Trainer(network, model.training(), circle(SAMPLES, 1), Optional.of(circle(40, 2)));
    }

    /** Collects what a run reports. */
    private static final class Recorder implements TrainingListener {
        private final List<Double> values = new ArrayList<>();
        private final List<EpochResult> epochs = new ArrayList<>();

        @Override
        public void onStep(StepView step) {
            values.add(step.loss());
            values.add(step.learningRate());
        }

        @Override
        public void onEpoch(EpochResult epoch) {
            epochs.add(epoch);
        }
    }

    private static Recorder record(Trainer trainer) {
        Recorder recorder = new Recorder();
        trainer.addListener(recorder);
        return recorder;
    }

    @ParameterizedTest
    @MethodSource("interruptions")
    void aRunThatWasInterruptedGoesOnBitForBit(String settings, int step) throws IOException {
        Trainer whole = trainer(settings);
        Recorder expected = record(whole);
        whole.run();

        Trainer first = trainer(settings);
        Recorder recorder = record(first);
        first.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView view) {
                if (view.step() == step) {
                    first.stop();
                }
            }
        });
        assertEquals(Outcome.STOPPED, first.run());
        Checkpoints checkpoints = new Checkpoints(new RunFolder(folder));
        checkpoints.save(first);
        Trainer second = trainer(settings);
        second.restore(checkpoints.load());
        second.addListener(recorder);
        assertEquals(Outcome.COMPLETED, second.run());

        assertEquals(expected.values, recorder.values);
        assertEquals(expected.epochs, recorder.epochs);
        assertSameTensors(whole.state().parameters(), second.state().parameters());
        assertSameTensors(whole.state().optimizer(), second.state().optimizer());
        assertEquals(withoutTime(whole.numbers()), withoutTime(second.numbers()));
    }

    private static Map<String, Double> withoutTime(Map<String, Double> numbers) {
        Map<String, Double> rest = new HashMap<>(numbers);
        rest.keySet().removeIf(name -> name.endsWith(".seconds"));
        return rest;
    }

    private static void assertSameTensors(List<NamedTensor> expected, List<NamedTensor> actual) {
        assertEquals(
                expected.stream().map(NamedTensor::name).toList(),
                actual.stream().map(NamedTensor::name).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(
                    expected.get(i).values(),
                    actual.get(i).values(),
                    expected.get(i).name());
        }
    }
}
