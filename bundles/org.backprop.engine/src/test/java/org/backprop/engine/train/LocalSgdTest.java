package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.ThreeClasses;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that make steps by themselves between averages of their parameters. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class LocalSgdTest {
    private static final int SAMPLES = 96;
    private static final int BATCH = 16;
    private static final int STEPS_PER_EPOCH = SAMPLES / BATCH;
    private static final float CLOSE = 2e-5f;
    private static final String DENSE = "- dense: {name: hidden, units: 8, activation: tanh}";
    private static final String RANDOM = """
            - gaussian_noise: {standard_deviation: 0.2}
                - dense: {name: hidden, units: 7, activation: relu}
                - dropout: {name: drop, rate: 0.3}
            """;

    @Parameter
    Implementation implementation;

    private final Dataset data = ThreeClasses.of(SAMPLES);

    private static Model model(String layers, String training) {
        return model(layers, "loss: cross_entropy, " + training, BATCH);
    }

    private static Model model(String layers, String training, int batch) {
        return ModelReader.read("local.nn.yaml", """
                backprop: 1
                data: {csv: unused.csv}
                network:
                  input: [6]
                  layers:
                    %s
                    - dense: {name: scores, units: 3}
                training: {batch_size: %d, %s}
                """.formatted(layers, batch, training))
                .model()
                .orElseThrow();
    }

    private Network network(Model model) {
        return Network.compile(model, data.shape(), implementation.open(), BATCH);
    }

    private Trainer trainer(Model model) {
        return new Trainer(network(model), model.training(), data, Optional.empty());
    }

    private LocalWorkers workers(Model model, int count, int averageEvery) {
        return new LocalWorkers(model, data, () -> network(model), count, averageEvery);
    }

    private Trainer local(Model model, int count, int averageEvery) {
        Trainer trainer = trainer(model);
        trainer.distribute(workers(model, count, averageEvery));
        return trainer;
    }

    private static float[] parameters(Trainer trainer) {
        return trainer.network().parameterVector().orElseThrow().toArray();
    }

    /** What a listener gets: a line for each step and each epoch. */
    private static final class Told implements TrainingListener {
        final List<Map<String, Double>> steps = new ArrayList<>();
        private final Trainer trainer;

        Told(Trainer trainer) {
            this.trainer = trainer;
            trainer.addListener(this);
        }

        @Override
        public int normsEvery() {
            return 1;
        }

        @Override
        public int histogramsEvery() {
            return 3;
        }

        @Override
        public int activationsEvery() {
            return 2;
        }

        @Override
        public void onStep(StepView step) {
            Map<String, Double> told = new TreeMap<>();
            told.put("step", (double) step.step());
            told.put("epoch", (double) step.epoch());
            told.put("step in epoch", (double) step.stepInEpoch());
            told.put("samples", (double) step.samples());
            told.put("loss", step.loss());
            told.put("learning rate", step.learningRate());
            if (step.hasNorms()) {
                told.put("gradient norm", step.gradientNorm(0));
                told.put("weight norm", step.weightNorm(1));
                told.put("update ratio", step.updateRatio(0));
            }
            if (step.hasClipping()) {
                told.put("norm before", step.clipping().normBefore(0));
                told.put("norm after", step.clipping().normAfter(0));
                told.put("clipped", step.clipping().clipped(0));
            }
            if (step.hasHistograms()) {
                told.put("gradients", step.gradientHistogram(0).sumOfSquares());
                told.put("weights", step.weightHistogram(1).sumOfSquares());
            }
            if (step.hasActivations()) {
                told.put("activations", step.activations(0).mean());
            }
            trainer.network().maskedLayers().forEach(layer -> {
                told.put("kept", (double) layer.masking().kept());
                told.put("drawn", (double) layer.masking().drawn());
                told.put("in mask", (double) layer.masking().lastMask(BATCH).count());
            });
            steps.add(told);
        }

        @Override
        public void onEpoch(EpochResult epoch) {
            steps.add(Map.of(
                    "loss",
                    epoch.training().loss(),
                    "accuracy",
                    epoch.training().accuracy().orElseThrow()));
        }

        List<Double> all(String name) {
            return steps.stream()
                    .filter(step -> step.containsKey(name))
                    .map(step -> step.get(name))
                    .toList();
        }
    }

    private static void assertSame(Told expected, Told found) {
        assertEquals(expected.steps.size(), found.steps.size());
        for (int i = 0; i < expected.steps.size(); i++) {
            assertEquals(expected.steps.get(i).keySet(), found.steps.get(i).keySet(), "step " + (i + 1));
            for (Map.Entry<String, Double> value : expected.steps.get(i).entrySet()) {
                assertEquals(
                        value.getValue(),
                        found.steps.get(i).get(value.getKey()),
                        CLOSE * Math.max(1, value.getValue()),
                        value.getKey() + " of step " + (i + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void averagingPlainSgdAfterEachStepIsSynchronousSgd(int count) {
        Model model = model(RANDOM, "optimizer: {sgd: {learning_rate: 0.1, momentum: 0.9}}, epochs: 4");
        Trainer whole = trainer(model);
        Trainer local = local(model, count, 1);
        Told expected = new Told(whole);
        Told found = new Told(local);
        whole.run();
        local.run();
        for (String told : List.of("step", "samples", "loss", "accuracy", "kept", "in mask", "activations")) {
            assertEquals(expected.all(told).size(), found.all(told).size(), told);
            for (int i = 0; i < expected.all(told).size(); i++) {
                assertEquals(expected.all(told).get(i), found.all(told).get(i), CLOSE, told + " " + i);
            }
        }
        assertArrayEquals(parameters(whole), parameters(local), CLOSE);
    }

    /** What the optimizers and what surrounds them remember has all come back from the worker then. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "optimizer: {adam: {learning_rate: 0.01}}, epochs: 3",
                "optimizer: {adamw: {learning_rate: 0.01}}, accumulate: 4, epochs: 3",
                "optimizer: sgd_bb, epochs: 4",
                "optimizer: {nadam: {learning_rate: 0.01}}, averaging: {ema: 0.9}, epochs: 3",
                "optimizer: {sgd: 0.1}, averaging: {swa: 0.3}, lookahead: {}, epochs: 4",
                "optimizer: {sgd: 0.1}, clipping: {global_norm: 0.3}, gradient_noise: {}, epochs: 3",
                "optimizer: {sgd: 0.1}, schedule: {step: {step_size: 2}}, clipping: {value: 0.02}, epochs: 4",
                "optimizer: {adam: 0.02}, pruning: {sparsity: 0.6, schedule: {iterative: {fraction: 0.5, every: 1}}}, epochs: 4",
                "optimizer: {sgd: 0.3}, schedule: {cosine_restarts: {t0: 1}}, snapshot_ensemble: {most: 2}, epochs: 3"
            })
    void oneWorkerMakesAndTellsTheStepsOfOneMachineHoweverSeldomItIsAveraged(String training) {
        Model model = model(RANDOM, training);
        Trainer whole = trainer(model);
        Trainer local = local(model, 1, 4);
        Told expected = new Told(whole);
        Told found = new Told(local);
        whole.run();
        local.run();
        assertSame(expected, found);
        assertArrayEquals(parameters(whole), parameters(local), CLOSE);
        List<NamedTensor> remembered = whole.state().optimizer();
        List<NamedTensor> rememberedThere = local.state().optimizer();
        assertEquals(remembered.size(), rememberedThere.size());
        for (int i = 0; i < remembered.size(); i++) {
            assertArrayEquals(remembered.get(i).values(), rememberedThere.get(i).values(), CLOSE);
        }
    }

    /** Trainings of two machines, each on the samples that a worker gets, and the mean of what they end with. */
    private TrainerState averaged(TrainerState start, int round, int steps) throws DataException {
        int share = BATCH / 2;
        List<TrainerState> ends = new ArrayList<>();
        for (int worker = 0; worker < 2; worker++) {
            int first = round * steps % STEPS_PER_EPOCH * BATCH + worker * share;
            int[] own = IntStream.range(0, steps * share)
                    .map(i -> first + i / share * BATCH + i % share)
                    .toArray();
            String training = "loss: cross_entropy, optimizer: {adam: 0.02}, shuffle: false, epochs: " + (round + 1);
            Model alone = model(DENSE, training, share);
            Trainer trainer = new Trainer(network(alone), alone.training(), data.select(own), Optional.empty());
            trainer.restore(start);
            trainer.run();
            ends.add(trainer.state());
        }
        TrainerState one = ends.getFirst();
        TrainerState other = ends.getLast();
        return new TrainerState(
                one.step(),
                EpochProgress.NONE,
                mean(one.parameters(), other.parameters()),
                mean(one.optimizer(), other.optimizer()));
    }

    private static List<NamedTensor> mean(List<NamedTensor> a, List<NamedTensor> b) {
        List<NamedTensor> means = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            float[] values = a.get(i).values().clone();
            for (int j = 0; j < values.length; j++) {
                values[j] = (values[j] + b.get(i).values()[j]) / 2;
            }
            means.add(new NamedTensor(a.get(i).name(), a.get(i).shape(), values));
        }
        return means;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void eachRoundIsTheMeanOfTrainingsThatKnowNothingOfEachOther(int steps) throws Exception {
        int epochs = 2;
        Model model = model(DENSE, "optimizer: {adam: 0.02}, shuffle: false, epochs: " + epochs);
        TrainerState expected = trainer(model).state();
        for (int round = 0; round < epochs * STEPS_PER_EPOCH / steps; round++) {
            expected = averaged(expected, round, steps);
        }
        Trainer local = local(model, 2, steps);
        local.run();
        List<NamedTensor> found = local.state().parameters();
        for (int i = 0; i < found.size(); i++) {
            assertArrayEquals(
                    expected.parameters().get(i).values(), found.get(i).values(), CLOSE);
        }
        assertTrue(difference(parameters(local), parameters(synchronous(model))) > 10 * CLOSE);
    }

    private Trainer synchronous(Model model) {
        Trainer trainer = trainer(model);
        trainer.run();
        return trainer;
    }

    private static float difference(float[] a, float[] b) {
        float most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** Epochs have six steps; a small batch is left at the end of those of 100 samples; weights are removed after steps 4 and 8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | epochs: 2 | 4, 2, 4, 2",
                "100 | epochs: 2 | 6, 6",
                "3 | 'epochs: 2, pruning: {sparsity: 0.5, schedule: {iterative: {fraction: 0.3, every: 4, by: step}}}'"
                        + " | 3, 1, 2, 2, 1, 3"
            })
    void roundsEndWithTheirEpochAndWhereWeightsAreRemoved(int averageEvery, String training, String lengths) {
        Model model = model(DENSE, "optimizer: sgd, " + training);
        LocalWorkers workers = workers(model, 2, averageEvery);
        Trainer trainer = trainer(model);
        trainer.distribute(workers);
        trainer.run();
        assertEquals("[" + lengths + "]", workers.lengths().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = 4)
    void aBatchThatIsTooSmallForAllWorkersIsARoundOfItsOwn(int averageEvery) {
        Dataset odd = ThreeClasses.of(SAMPLES + 5);
        Model model = model(DENSE, "optimizer: adam, accumulate: 2, epochs: 2");
        LocalWorkers workers = new LocalWorkers(model, odd, () -> network(model), 3, averageEvery);
        Trainer trainer = new Trainer(network(model), model.training(), odd, Optional.empty());
        trainer.distribute(workers);
        trainer.run();
        assertEquals(List.of(4, 2, 1, 4, 2, 1), workers.lengths());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void removedWeightsStayRemovedOnAllWorkers(int count) {
        Model model = model(
                DENSE,
                "optimizer: adam, epochs: 6, pruning: {sparsity: 0.6, schedule: {iterative: {fraction: 0.5, every: 1}}}");
        Trainer local = local(model, count, 4);
        local.run();
        float[] parameters = parameters(local);
        local.pruner().masks().removed().stream().forEach(i -> assertEquals(0, parameters[i]));
        assertTrue(local.pruner().masks().removed().cardinality() > parameters.length / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = 2)
    void whatSeveralWorkersTellIsMerged(int count) {
        Model model = model(RANDOM, "optimizer: {sgd: 0.1}, clipping: {global_norm: 0.5}, epochs: 2");
        Trainer whole = trainer(model);
        Trainer local = local(model, count, 3);
        Told expected = new Told(whole);
        Told found = new Told(local);
        whole.run();
        local.run();
        for (int i = 0; i < expected.steps.size(); i++) {
            assertEquals(expected.steps.get(i).keySet(), found.steps.get(i).keySet(), "step " + (i + 1));
        }
        for (String told :
                List.of("step", "epoch", "step in epoch", "samples", "learning rate", "drawn", "in mask", "kept")) {
            assertEquals(expected.all(told), found.all(told), told);
        }
        for (int i = 0; i < found.all("clipped").size(); i++) {
            assertTrue(List.of(0.0, 0.5, 1.0).contains(found.all("clipped").get(i)), "a share of two workers");
            assertTrue(found.all("norm after").get(i) <= 0.5 + CLOSE);
            assertTrue(
                    found.all("norm before").get(i) >= found.all("norm after").get(i) - CLOSE);
        }
        assertTrue(found.all("clipped").contains(1.0) || found.all("clipped").contains(0.5));
        double first = found.all("gradient norm").getFirst();
        assertTrue(first >= expected.all("gradient norm").getFirst() - CLOSE, "parts differ more than their mean");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aTrainingThatIsStoppedGoesOnAtItsRoundWithTheSameBits(int count) {
        Model model = model(RANDOM, "optimizer: adam, averaging: {ema: 0.8}, accumulate: 2, epochs: 4");
        Trainer whole = local(model, count, 4);
        whole.run();
        Trainer stopped = local(model, count, 4);
        stopped.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.step() == STEPS_PER_EPOCH + 2) {
                    stopped.stop();
                }
            }
        });
        assertEquals(Outcome.STOPPED, stopped.run());
        assertEquals(STEPS_PER_EPOCH + 4, stopped.step(), "the end of the round");
        Trainer resumed = local(model, count, 4);
        resumed.restore(stopped.state());
        resumed.run();
        assertArrayEquals(parameters(whole), parameters(resumed), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"training.optimizer.sgd.learning_rate", "network.layers.drop.rate"})
    void aNumberThatIsChangedInFlightReachesAllWorkers(String path) {
        Model model = model(RANDOM, "optimizer: {sgd: {learning_rate: 0.1}}, epochs: 4");
        Trainer whole = trainer(model);
        Trainer local = local(model, 1, 4);
        for (Trainer trainer : List.of(whole, local)) {
            String known = trainer.liveParameters().stream()
                    .map(parameter -> parameter.path())
                    .filter(name -> name.endsWith(path.substring(path.lastIndexOf('.'))))
                    .findFirst()
                    .orElseThrow();
            trainer.setGate(training -> {
                if (training.step() % STEPS_PER_EPOCH == 0) {
                    training.change(known, 0.5 / (1 + training.completedEpochs() % 3));
                }
                return true;
            });
            trainer.run();
        }
        assertArrayEquals(parameters(whole), parameters(local), CLOSE);
        assertTrue(difference(parameters(whole), parameters(synchronous(model))) > 10 * CLOSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLossThatIsNotFiniteEndsTheTrainingInTheStateBeforeItsRound(int count) {
        Model model = model(DENSE, "loss: mse, optimizer: {sgd: 1e30}, epochs: 4", BATCH);
        Trainer local = local(model, count, 4);
        float[] before = parameters(local);
        Told told = new Told(local);
        DivergedException diverged = assertThrows(DivergedException.class, local::run);
        DivergedException expected = assertThrows(DivergedException.class, trainer(model)::run);
        assertEquals(expected.getMessage(), diverged.getMessage());
        assertEquals(expected.step() - 1, told.steps.size(), "the steps before are told");
        assertEquals(0, local.step());
        assertEquals(EpochProgress.NONE, local.epochProgress());
        assertArrayEquals(before, parameters(local), 0);
    }
}
