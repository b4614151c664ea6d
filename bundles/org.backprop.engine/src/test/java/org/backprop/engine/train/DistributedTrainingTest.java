package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.ThreeClasses;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training with gradients that are put together from parts of a batch is training with the gradient of the batch. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class DistributedTrainingTest {
    private static final int SAMPLES = 90;
    private static final int BATCH = 22;
    private static final float CLOSE = 2e-5f;
    private static final String DENSE = """
                - dense: {name: hidden, units: 8, activation: tanh}
            """;
    private static final String RANDOM = """
                - gaussian_noise: {standard_deviation: 0.2}
                - dense: {name: hidden, units: 7, activation: relu}
                - dropout: {name: drop, rate: 0.3}
                - alpha_dropout: {rate: 0.1}
                - residual:
                    name: block
                    layers:
                      - dense: {units: 7, activation: tanh}
                      - stochastic_depth: 0.5
                - gaussian_dropout: {rate: 0.2}
            """;

    @Parameter
    Implementation implementation;

    private final Dataset data = ThreeClasses.of(SAMPLES);

    private static Model model(String layers, String optimizer, String loss) {
        return model(layers, optimizer, loss, BATCH);
    }

    private static Model model(String layers, String optimizer, String loss, Object batch) {
        return ModelReader.read("parts.nn.yaml", """
                backprop: 1
                data: {csv: unused.csv}
                network:
                  input: [6]
                  layers:
                %s
                    - dense: {name: scores, units: 3}
                training: {optimizer: %s, loss: %s, batch_size: %s, epochs: 6}
                """.formatted(layers, optimizer, loss, batch))
                .model()
                .orElseThrow();
    }

    private Trainer trainer(Model model) {
        Network network = Network.compile(model, data.shape(), implementation.open(), BATCH);
        return new Trainer(network, model.training(), data, Optional.empty());
    }

    private SynchronousSgd parts(Model model, int count) {
        List<PartWorker> workers = IntStream.range(0, count)
                .mapToObj(i -> {
                    int rows = BatchPart.mostRows(BATCH, count);
                    Network network = Network.compile(model, data.shape(), implementation.open(), rows);
                    int steps = Math.ceilDiv(SAMPLES, BATCH);
                    return new PartWorker(network, model.training(), data, Optional.empty(), steps);
                })
                .toList();
        return (batch, parameters, statistics) -> {
            List<BatchPart> split = batch.split(count);
            return PartGradient.sum(IntStream.range(0, split.size())
                    .mapToObj(i -> workers.get(i).gradient(split.get(i), parameters, statistics))
                    .toList());
        };
    }

    private static float[] parameters(Trainer trainer) {
        return trainer.network().parameterVector().orElseThrow().toArray();
    }

    static Stream<String> optimizers() {
        return Stream.of(
                "{nesterov: {learning_rate: 0.05}}",
                "{adam: {learning_rate: 0.01}}",
                "{adamw: {learning_rate: 0.01}}",
                "{adagrad: {learning_rate: 0.05}}",
                "{lamb: {learning_rate: 0.01}}");
    }

    private void assertSameTraining(Model model, int parts) {
        Trainer whole = trainer(model);
        Trainer distributed = trainer(model);
        distributed.distribute(parts(model, parts));
        List<Double> expected = losses(whole);
        List<Double> losses = losses(distributed);
        assertTrue(expected.size() > 20);
        assertEquals(expected.size(), losses.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), losses.get(i), CLOSE, "step " + (i + 1));
        }
        assertArrayEquals(parameters(whole), parameters(distributed), CLOSE);
    }

    /** The losses of all steps, and after those of an epoch its loss and accuracy. */
    private static List<Double> losses(Trainer trainer) {
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
            }

            @Override
            public void onEpoch(EpochResult epoch) {
                losses.add(epoch.training().loss());
                losses.add(epoch.training().accuracy().orElseThrow());
            }
        });
        assertEquals(Outcome.COMPLETED, trainer.run());
        return losses;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void eachOptimizerMakesTheSameSteps(String optimizer) {
        assertSameTraining(model(DENSE, optimizer, "cross_entropy"), 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16})
    void masksAndNoiseAreThoseOfTheWholeBatchHoweverItIsSplit(int parts) {
        assertSameTraining(model(RANDOM, "{sgd: {learning_rate: 0.05}}", "cross_entropy"), parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{cross_entropy: {class_weights: [1, 5, 0.5]}}", "{cross_entropy: {label_smoothing: 0.1}}", "mse"
            })
    void lossesThatWeightSamplesAreMeansOverTheBatch(String loss) {
        assertSameTraining(model(DENSE, "{sgd: {learning_rate: 0.1}}", loss), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = "drop")
    void whatWasKeptAndWhatActivationsAreLikeIsOfTheWholeBatch(String layer) {
        Model model = model(RANDOM, "{sgd: {learning_rate: 0.05}}", "cross_entropy");
        Trainer whole = trainer(model);
        Trainer distributed = trainer(model);
        distributed.distribute(parts(model, 3));
        List<List<Double>> seen = Stream.of(whole, distributed)
                .map(trainer -> watched(trainer, layer))
                .toList();
        assertEquals(seen.getFirst().size(), seen.getLast().size());
        for (int i = 0; i < seen.getFirst().size(); i++) {
            assertEquals(seen.getFirst().get(i), seen.getLast().get(i), CLOSE, "value " + i);
        }
    }

    /** After each step the shares kept and drawn, and the statistics of the activations. */
    private static List<Double> watched(Trainer trainer, String layer) {
        List<Double> values = new ArrayList<>();
        MaskedLayer masked = trainer.network().maskedLayers().stream()
                .filter(known -> known.name().equals(layer))
                .findFirst()
                .orElseThrow();
        trainer.addListener(new TrainingListener() {
            @Override
            public int activationsEvery() {
                return 1;
            }

            @Override
            public void onStep(StepView step) {
                values.add((double) masked.masking().kept());
                values.add((double) masked.masking().drawn());
                values.add((double) masked.masking().lastMask(BATCH).count());
                for (int i = 0; i < trainer.network().watchedLayers().size(); i++) {
                    ActivationStatistics statistics = step.activations(i);
                    values.add(statistics.mean());
                    values.add(statistics.standardDeviation());
                    values.add(statistics.zeros());
                    values.add(statistics.dead().orElse(-1));
                    values.add(statistics.saturated().orElse(-1));
                    values.add(statistics.histogram().count());
                }
            }
        });
        trainer.run();
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = 2)
    void batchNormalizationTakesTheStatisticsOfEachPartAndKeepsTheirMean(int parts) {
        Model model =
                model("    - dense: {units: 5}\n    - batch_norm", "{sgd: {learning_rate: 0.05}}", "cross_entropy");
        Trainer distributed = trainer(model);
        List<PartGradient> seen = new ArrayList<>();
        SynchronousSgd parted = parts(model, parts);
        SynchronousSgd watched = (batch, parameters, statistics) -> {
            seen.add(parted.gradient(batch, parameters, statistics));
            return seen.getLast();
        };
        distributed.distribute(watched);
        losses(distributed);
        float[] expected = seen.getLast().statistics().clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] /= seen.getLast().batch().samples();
        }
        assertArrayEquals(
                expected, distributed.network().statisticsVector().orElseThrow().toArray(), CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lbfgs", "levenberg_marquardt", "sophia"})
    void anOptimizerThatLooksAtABatchAgainIsRefusedByName(String optimizer) {
        String loss = optimizer.equals("levenberg_marquardt") ? "mse" : "cross_entropy";
        Model model = model(DENSE, optimizer, loss, optimizer.equals("sophia") ? BATCH : "full");
        Network network = Network.compile(model, data.shape(), implementation.open(), SAMPLES);
        Trainer trainer = new Trainer(network, model.training(), data, Optional.empty());
        SynchronousSgd nowhere = (batch, parameters, statistics) -> null;
        Exception refused = assertThrows(IllegalArgumentException.class, () -> trainer.distribute(nowhere));
        assertTrue(refused.getMessage().contains(optimizer), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = 2)
    void aLossThatIsNotFiniteEndsTheTrainingAsOneOfTheWholeBatchDoes(int parts) {
        Model model = model(DENSE, "{sgd: {learning_rate: 1e30}}", "mse");
        Trainer distributed = trainer(model);
        distributed.distribute(parts(model, parts));
        DivergedException diverged = assertThrows(DivergedException.class, distributed::run);
        DivergedException expected = assertThrows(DivergedException.class, trainer(model)::run);
        assertEquals(expected.getMessage(), diverged.getMessage());
    }
}
