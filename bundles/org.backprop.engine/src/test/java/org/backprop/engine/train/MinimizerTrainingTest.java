package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Batching;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings with minimizers. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class MinimizerTrainingTest {

    private static final int INPUTS = 12;
    private static final int SAMPLES = 140;

    @Parameter
    Implementation implementation;

    private static Model model(String training) {
        return model("{dense: {name: second, units: 6, activation: tanh}}", training);
    }

    private static Model model(String second, String training) {
        String text = """
                backprop: 1
                data: {csv: none.csv}
                network:
                  input: [12]
                  layers:
                    - dense: {name: first, units: 8, activation: tanh}
                    - %s
                    - dense: {name: third, units: 3}
                training: {shuffle: false, %s}
                """.formatted(second, training);
        return ModelReader.read("test.nn.yaml", text).model().orElseThrow();
    }

    private Trainer trainer(Model model) throws IOException {
        int batch = Batching.batchSize(model.training(), SAMPLES);
        Network network = Network.compile(model, Shape.of(INPUTS), implementation.open(), batch);
        Map<String, float[]> initial = Reference.read("initial");
        network.load(network.state().stream()
                .map(tensor -> new NamedTensor(tensor.name(), tensor.shape(), initial.get(tensor.name())))
                .toList());
        return new Trainer(network, model.training(), data(), Optional.empty());
    }

    private static Dataset data() throws IOException {
        Map<String, float[]> data = Reference.read("data");
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = (int) data.get("labels")[i];
        }
        return new Dataset(Shape.of(INPUTS), data.get("inputs"), labels, null, List.of("a", "b", "c"));
    }

    private static List<Double> losses(Trainer trainer) {
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public int normsEvery() {
                return 1;
            }

            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
                assertTrue(step.hasNorms() && step.gradientNorm(0) > 0);
            }
        });
        trainer.run();
        return losses;
    }

    @Test
    void lbfgsFollowsPyTorch() throws IOException {
        Map<String, float[]> expected = Reference.read("lbfgs");
        Trainer trainer = trainer(model("loss: cross_entropy, batch_size: full, epochs: 20, optimizer: lbfgs"));
        List<Double> losses = losses(trainer);
        for (int step = 0; step < losses.size(); step++) {
            assertEquals(expected.get("losses")[step], losses.get(step), 1e-4, "loss of step " + step);
        }
        assertEquals(20, losses.size());
        for (NamedTensor tensor : trainer.network().state()) {
            double difference = Reference.relativeDifference(expected.get(tensor.name()), tensor.values());
            assertTrue(difference < 2e-3, tensor.name() + " differs by " + difference);
        }
    }

    @Test
    void aMinimumEndsTheTrainingWithTheReason() throws IOException {
        Trainer trainer = trainer(model("loss: cross_entropy, batch_size: full, epochs: 2000,"
                + " regularizer: {l2: {l2: 0.05, biases: true}}, optimizer: {lbfgs: {gradient_tolerance: 1.0e-4}}"));
        assertEquals(Outcome.COMPLETED, trainer.run());
        assertTrue(trainer.completedEpochs() < 200, trainer.completedEpochs() + " epochs");
        String reason = trainer.stopReason().orElseThrow();
        assertTrue(reason.contains("gradient_tolerance"), reason);
        Trainer resumed = trainer(model("loss: cross_entropy, batch_size: full, epochs: 2000,"
                + " regularizer: {l2: {l2: 0.05, biases: true}}, optimizer: {lbfgs: {gradient_tolerance: 1.0e-4}}"));
        resumed.restore(trainer.state());
        resumed.run();
        assertEquals(trainer.step(), resumed.step());
        assertEquals(reason, resumed.stopReason().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lbfgs", "newton", "{newton: conjugate_gradient}", "bfgs", "dfp", "conjugate_gradient"})
    void theMinimumWithAPenaltyIsTheSameForEachMinimizer(String optimizer) throws IOException {
        Trainer trainer = trainer(model("loss: cross_entropy, batch_size: full, epochs: 300,"
                + " regularizer: {l2: {l2: 0.2, biases: true}}, optimizer: " + optimizer));
        List<Double> losses = losses(trainer);
        assertEquals(Math.log(3), losses.getLast(), 5e-3, optimizer);
    }

    @Test
    void statisticsMoveOnceInAnIteration() throws IOException {
        Model lbfgs = model("batch_norm", "loss: cross_entropy, batch_size: full, epochs: 1, optimizer: lbfgs");
        Model sgd = model("batch_norm", "loss: cross_entropy, batch_size: full, epochs: 1, optimizer: sgd");
        assertArrayEquals(statistics(sgd), statistics(lbfgs));
    }

    private float[] statistics(Model model) throws IOException {
        Network network = Network.compile(model, Shape.of(INPUTS), implementation.open(), SAMPLES);
        new Trainer(network, model.training(), data(), Optional.empty()).run();
        return network.statisticsVector().orElseThrow().toArray();
    }

    @Test
    void consecutiveBatchesOfMultiBatchLbfgsOverlap() throws IOException {
        Trainer trainer = trainer(model(
                "loss: cross_entropy, batch_size: 40, epochs: 30, optimizer: {multi_batch_lbfgs: {overlap: 0.25}}"));
        List<Integer> samples = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                samples.add(step.samples());
                losses.add(step.loss());
            }
        });
        trainer.run();
        assertEquals(List.of(40, 40, 40, 40, 20), samples.subList(0, 5));
        assertEquals(5, trainer.stepsPerEpoch());
        double first = losses.subList(0, 5).stream().mapToDouble(x -> x).sum();
        double last = losses.subList(145, 150).stream().mapToDouble(x -> x).sum();
        assertTrue(last < 0.95 * first, last + " from " + first);
    }

    @Test
    void theResultOfAnnealingIsTheBestAndTheTrainingGoesOnFromTheLast() throws IOException {
        Trainer trainer = trainer(model("loss: cross_entropy, batch_size: full, epochs: 40,"
                + " optimizer: {simulated_annealing: {temperature: 2, boltzmann: 1}}"));
        List<Double> losses = losses(trainer);
        float[] last = trainer.network().parameterVector().orElseThrow().toArray();
        trainer.useResult();
        float[] best = trainer.network().parameterVector().orElseThrow().toArray();
        assertFalse(java.util.Arrays.equals(last, best));
        double loss = new Evaluator(trainer.network(), data()).evaluate().loss();
        double least = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertTrue(loss <= least + 1e-6, loss + " is more than " + least);
    }
}
