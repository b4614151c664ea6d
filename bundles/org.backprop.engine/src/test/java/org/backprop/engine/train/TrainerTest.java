package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.Batching;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.LossSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.Sgd;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class TrainerTest {

    @Parameter
    Implementation implementation;

    private static final OptimizerSpec ADAM = new Adam(0.01, 0.9, 0.999, 1e-8, 0);
    private static final int SAMPLES = 203;

    static Stream<OptimizerSpec> optimizers() {
        return Stream.of(
                ADAM,
                new Adam(0.01, 0.9, 0.999, 1e-8, 0.0001),
                new Sgd(0.1, 0, 0, 0, false),
                new Sgd(0.05, 0.9, 0, 0.001, true));
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

    private Trainer trainer(OptimizerSpec optimizer, int batch, int epochs, long seed) {
        TrainingSection settings = Models.training(new NllLoss(), optimizer, batch, epochs, seed);
        Models layers = new Models()
                .add("hidden", Models.dense(32, Activation.TANH))
                .add("drop", new DropoutLayer(0.1))
                .add("out", Models.dense(2, Activation.LOG_SOFTMAX));
        Dataset data = circle(SAMPLES, 1);
        Network network = Network.compile(
                layers.build(settings),
                data.shape(),
                implementation.open(),
                Batching.batchSize(settings, data.count()));
        return new Trainer(network, settings, data, Optional.of(circle(101, 2)));
    }

    /** Collects what a run reports. */
    private static final class Recorder implements TrainingListener {
        private final List<Double> losses = new ArrayList<>();
        private final List<EpochResult> epochs = new ArrayList<>();

        @Override
        public void onStep(StepView step) {
            losses.add(step.loss());
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
    @MethodSource("optimizers")
    void everyOptimizerLearnsTheTask(OptimizerSpec optimizer) {
        Trainer trainer = trainer(optimizer, 16, 120, 1);
        Recorder recorder = record(trainer);
        assertEquals(Outcome.COMPLETED, trainer.run());
        Evaluation last = recorder.epochs.getLast().validation().orElseThrow();
        assertEquals(101, last.samples());
        assertTrue(last.accuracy().orElseThrow() > 0.9, "accuracy " + last.accuracy());
        assertTrue(recorder.epochs.getLast().training().loss()
                < recorder.epochs.getFirst().training().loss() / 2);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theSameSeedGivesTheSameLossesBitForBit(OptimizerSpec optimizer) {
        Trainer first = trainer(optimizer, 16, 5, 4);
        Trainer second = trainer(optimizer, 16, 5, 4);
        Trainer other = trainer(optimizer, 16, 5, 5);
        Recorder firstRecord = record(first);
        Recorder secondRecord = record(second);
        Recorder otherRecord = record(other);
        first.run();
        second.run();
        other.run();
        assertEquals(firstRecord.losses, secondRecord.losses);
        assertEquals(firstRecord.epochs, secondRecord.epochs);
        assertFalse(firstRecord.losses.equals(otherRecord.losses));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aRunThatResumesInTheMiddleOfAnEpochContinuesBitForBit(OptimizerSpec optimizer) {
        Trainer whole = trainer(optimizer, 16, 4, 1);
        Recorder expected = record(whole);
        whole.run();

        Trainer first = trainer(optimizer, 16, 4, 1);
        Recorder recorder = record(first);
        stopAt(first, 19);
        assertEquals(Outcome.STOPPED, first.run());
        assertEquals(19, first.step());
        Trainer second = trainer(optimizer, 16, 4, 1);
        second.restore(first.state());
        second.addListener(recorder);
        assertEquals(Outcome.COMPLETED, second.run());

        assertEquals(expected.losses, recorder.losses);
        assertEquals(expected.epochs, recorder.epochs);
        assertSameTensors(whole.state().parameters(), second.state().parameters());
        assertSameTensors(whole.state().optimizer(), second.state().optimizer());
    }

    private static void stopAt(Trainer trainer, long step) {
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView view) {
                if (view.step() == step) {
                    trainer.stop();
                }
            }
        });
    }

    private static void assertSameTensors(List<NamedTensor> expected, List<NamedTensor> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).name(), actual.get(i).name());
            assertArrayEquals(
                    expected.get(i).values(),
                    actual.get(i).values(),
                    expected.get(i).name());
        }
    }

    @Test
    void aStateTakenAtTheLastStepOfAnEpochStillEndsTheEpoch() {
        Trainer first = trainer(ADAM, 0, 2, 1);
        List<TrainerState> states = new ArrayList<>();
        first.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                states.add(first.state());
            }
        });
        Recorder expected = record(first);
        first.run();
        Trainer second = trainer(ADAM, 0, 2, 1);
        second.restore(states.getFirst());
        Recorder recorder = record(second);
        second.run();
        assertEquals(expected.epochs, recorder.epochs);
    }

    @Test
    void theLastBatchOfAnEpochIsSmallerAndEverySampleIsSeenOnce() {
        Trainer trainer = trainer(ADAM, 50, 2, 1);
        List<Integer> sizes = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                sizes.add(step.samples());
            }
        });
        Recorder recorder = record(trainer);
        trainer.run();
        assertEquals(List.of(50, 50, 50, 50, 3, 50, 50, 50, 50, 3), sizes);
        assertEquals(SAMPLES, recorder.epochs.getFirst().training().samples());
        assertEquals(5, recorder.epochs.getFirst().step());
        assertEquals(2, recorder.epochs.getLast().epoch());
    }

    @Test
    void normsAreTakenAsOftenAsAListenerAsksAndAreThoseOfTheTensors() {
        Trainer trainer = trainer(new Sgd(0.1, 0, 0, 0, false), 50, 1, 1);
        List<Long> measured = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public int normsEvery() {
                return 2;
            }

            @Override
            public void onStep(StepView step) {
                if (!step.hasNorms()) {
                    assertThrows(IllegalStateException.class, () -> step.weightNorm(0));
                    return;
                }
                measured.add(step.step());
                List<NamedTensor> parameters = trainer.state().parameters();
                double norm = norm(parameters.get(0), parameters.get(1));
                assertEquals(norm, step.weightNorm(0), 1e-5 * norm);
                assertTrue(step.gradientNorm(1) > 0);
                double plainSgd = 0.1 * step.gradientNorm(0) / norm;
                assertEquals(plainSgd, step.updateRatio(0), 0.05 * plainSgd);
            }
        });
        trainer.run();
        assertEquals(List.of(2L, 4L), measured);
    }

    @Test
    void histogramsAreTakenAsOftenAsAListenerAsksAndCountEveryParameter() {
        Trainer trainer = trainer(ADAM, 50, 1, 1);
        List<Long> measured = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public int histogramsEvery() {
                return 2;
            }

            @Override
            public void onStep(StepView step) {
                if (!step.hasHistograms()) {
                    assertThrows(IllegalStateException.class, () -> step.weightHistogram(0));
                    return;
                }
                measured.add(step.step());
                List<NamedTensor> parameters = trainer.state().parameters();
                int count =
                        parameters.get(0).values().length + parameters.get(1).values().length;
                assertEquals(count, step.weightHistogram(0).count());
                assertEquals(count, step.gradientHistogram(0).count());
            }
        });
        trainer.run();
        assertEquals(List.of(2L, 4L), measured);
    }

    private static double norm(NamedTensor... tensors) {
        double sum = 0;
        for (NamedTensor tensor : tensors) {
            for (float value : tensor.values()) {
                sum += (double) value * value;
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void stopFromAnotherThreadEndsTheRunAfterTheBatch() throws InterruptedException {
        Trainer trainer = trainer(ADAM, 16, 1_000_000, 1);
        Thread stopper = new Thread(trainer::stop);
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.step() == 5) {
                    stopper.start();
                }
            }
        });
        assertEquals(Outcome.STOPPED, trainer.run());
        stopper.join();
        assertTrue(trainer.step() >= 5);
    }

    @Test
    void aLossThatIsNotFiniteNamesTheFirstLayerEpochAndStep() {
        Trainer trainer = trainer(ADAM, 16, 3, 1);
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.step() == 17) {
                    trainer.restore(poisoned(trainer.state()));
                }
            }
        });
        DivergedException diverged = assertThrows(DivergedException.class, trainer::run);
        assertEquals("out", diverged.layer());
        assertEquals(2, diverged.epoch());
        assertEquals(18, diverged.step());
        assertTrue(diverged.getMessage().contains("'out'"), diverged.getMessage());
    }

    private static TrainerState poisoned(TrainerState state) {
        List<NamedTensor> parameters = new ArrayList<>(state.parameters());
        NamedTensor bias = parameters.removeLast();
        float[] values = bias.values().clone();
        values[0] = Float.NaN;
        parameters.add(new NamedTensor(bias.name(), bias.shape(), values));
        return new TrainerState(state.step(), state.epochProgress(), parameters, state.optimizer());
    }

    @Test
    void aLearningRateThatIsFarTooHighDiverges() {
        Trainer trainer = regression(new Sgd(1e4, 0, 0, 0, false), 100);
        assertThrows(DivergedException.class, trainer::run);
    }

    @Test
    void regressionLearnsAFunctionAndHasNoAccuracy() {
        Trainer trainer = regression(ADAM, 200);
        Recorder recorder = record(trainer);
        trainer.run();
        Evaluation training = recorder.epochs.getLast().training();
        assertTrue(training.loss() < 0.01, "loss " + training.loss());
        assertTrue(training.accuracy().isEmpty());
        assertTrue(recorder.epochs.getLast().validation().isEmpty());
    }

    private Trainer regression(OptimizerSpec optimizer, int epochs) {
        float[] features = new float[64];
        float[] targets = new float[64];
        for (int i = 0; i < features.length; i++) {
            features[i] = i / 16f - 2;
            targets[i] = (float) Math.sin(features[i]);
        }
        Dataset data = new Dataset(Shape.of(1), features, null, targets, List.of());
        return trainer(new MseLoss(), optimizer, 16, epochs, 1, data);
    }

    private Trainer trainer(LossSpec loss, OptimizerSpec optimizer, int batch, int epochs, int outputs, Dataset data) {
        TrainingSection settings = Models.training(loss, optimizer, batch, epochs, 1);
        Models layers = new Models()
                .add("hidden", Models.dense(64, Activation.TANH))
                .add("out", Models.dense(outputs, Activation.LINEAR));
        Network network = Network.compile(
                layers.build(settings),
                data.shape(),
                implementation.open(),
                Batching.batchSize(settings, data.count()));
        return new Trainer(network, settings, data, Optional.empty());
    }

    @Test
    void productsLargeEnoughForSeveralBlasThreadsAreRepeatable() {
        Random random = new Random(1);
        float[] features = new float[256 * 784];
        int[] labels = new int[256];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextFloat();
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(10);
        }
        Dataset data = new Dataset(Shape.of(784), features, labels, null, Collections.nCopies(10, "digit"));
        Trainer first = trainer(new CrossEntropyLoss(), ADAM, 64, 8, 10, data);
        Trainer second = trainer(new CrossEntropyLoss(), ADAM, 64, 8, 10, data);
        Recorder firstRecord = record(first);
        Recorder secondRecord = record(second);
        first.run();
        second.run();
        assertEquals(firstRecord.losses, secondRecord.losses);
        assertSameTensors(first.state().parameters(), second.state().parameters());
    }

    @Test
    void dataThatDoesNotFitTheNetworkIsRefusedWithAReason() {
        Dataset circle = circle(20, 1);
        Dataset threeClasses = new Dataset(
                circle.shape(), circle.features(), withLabel(circle.labels(), 2), null, List.of("a", "b", "c"));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> trainer(new NllLoss(), ADAM, 4, 1, 2, threeClasses))
                .getMessage();
        assertTrue(message.contains("class 2") && message.contains("2 outputs"), message);
        Dataset numbers = new Dataset(circle.shape(), circle.features(), null, new float[20], List.of());
        assertThrows(IllegalArgumentException.class, () -> trainer(new NllLoss(), ADAM, 4, 1, 2, numbers));
        assertThrows(IllegalArgumentException.class, () -> trainer(new MseLoss(), ADAM, 4, 1, 2, numbers));
    }

    private static int[] withLabel(int[] labels, int label) {
        int[] changed = Arrays.copyOf(labels, labels.length);
        changed[0] = label;
        return changed;
    }
}
