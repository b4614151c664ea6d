package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares trainings with those of PyTorch that src/test/python/updates.py wrote. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class UpdateTrajectoryTest {

    private static final String MODEL = """
            backprop: 1
            data: {csv: none.csv}
            network:
              input: [12]
              layers:
                - dense: {name: first, units: 8, activation: tanh}
                - dense: {name: second, units: 6, activation: relu}
                - dense: {name: third, units: 3}
                - activation: log_softmax
            training: {loss: nll, batch_size: 7, shuffle: false, epochs: %d, %s}
            """;

    private static final String SGD = "optimizer: {sgd: {learning_rate: 0.1, momentum: 0.9}}, ";
    private static final int STEPS = 20;
    private static final int BATCH = 7;
    private static final int INPUTS = 12;

    @Parameter
    Implementation implementation;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clip_value | clipping: {value: 0.02}",
                "clip_global_norm | clipping: {global_norm: 0.3}",
                "clip_layer_norm | clipping: {layer_norm: 0.1}",
                "clip_adaptive | clipping: {adaptive: 0.05}",
                "clip_adaptive_layer | clipping: {adaptive: {clipping: 0.05, scope: layer, output_layer: true}}",
                "l1 | regularizer: {l1: 0.02}",
                "l2 | regularizer: {l2: 0.02}",
                "l1_l2 | regularizer: {l1_l2: {l1: 0.01, l2: 0.03}}",
                "max_norm | regularizer: {max_norm: 0.5}",
                "accumulate | accumulate: 3, regularizer: {l2: 0.02}",
                "ema | averaging: {ema: 0.9}",
            })
    void lossesAndResultFollowPyTorch(String file, String settings) throws IOException {
        compare(file, SGD + settings, 1);
    }

    @ParameterizedTest
    @CsvSource({"0.4", "0.5"})
    void theMeanOfTheLastEpochsIsThatOfPyTorch(double start) throws IOException {
        compare("swa", SGD + "averaging: {swa: " + start + "}", 5);
    }

    @ParameterizedTest
    @CsvSource("0.02")
    void lookaheadFollowsItsFormulas(double rate) throws IOException {
        compare("lookahead", "optimizer: {adam: " + rate + "}, lookahead: {steps: 3, alpha: 0.4}", 1);
    }

    private void compare(String file, String settings, int epochs) throws IOException {
        Map<String, float[]> expected = Reference.read(file);
        Model model = ModelReader.read("test.nn.yaml", MODEL.formatted(epochs, settings))
                .model()
                .orElseThrow();
        Network network = Network.compile(model, Shape.of(INPUTS), implementation.open(), BATCH);
        network.load(initial(network));
        Trainer trainer = new Trainer(network, model.training(), data(STEPS / epochs * BATCH), Optional.empty());
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
            }
        });
        trainer.run();
        for (int step = 0; step < STEPS; step++) {
            assertEquals(expected.get("losses")[step], losses.get(step), 2e-5, "loss of step " + step);
        }
        for (TensorView tensor : trainer.result()) {
            double difference = Reference.relativeDifference(
                    expected.get(tensor.name()), tensor.copy().values());
            assertTrue(difference < 1e-4, tensor.name() + " differs by " + difference);
        }
    }

    private static List<NamedTensor> initial(Network network) throws IOException {
        Map<String, float[]> initial = Reference.read("initial");
        return network.state().stream()
                .map(tensor -> new NamedTensor(tensor.name(), tensor.shape(), initial.get(tensor.name())))
                .toList();
    }

    private static Dataset data(int samples) throws IOException {
        Map<String, float[]> data = Reference.read("data");
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = (int) data.get("labels")[i];
        }
        float[] features = Arrays.copyOf(data.get("inputs"), samples * INPUTS);
        return new Dataset(Shape.of(INPUTS), features, labels, null, List.of("a", "b", "c"));
    }
}
