package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** How training, checkpoints and evaluation treat the running statistics of batch normalization. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class StatisticsTest {

    private static final int SAMPLES = 75;
    private static final int STOP = 7;

    @Parameter
    Implementation implementation;

    @TempDir
    Path folder;

    /** Two classes whose features have means far from 0. */
    private static Dataset data() {
        Random random = new Random(1);
        float[] features = new float[3 * SAMPLES];
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = random.nextInt(2);
            for (int j = 0; j < 3; j++) {
                features[3 * i + j] = (float) (5 * j + labels[i] + 0.3 * random.nextGaussian());
            }
        }
        return new Dataset(Shape.of(3), features, labels, null, List.of("a", "b"));
    }

    private Trainer trainer() {
        TrainingSection settings =
                Models.training(new CrossEntropyLoss(), new Adam(0.01, 0.9, 0.999, 1e-8, 0), 10, 8, 1);
        Models layers = new Models()
                .add("norm", Models.batchNorm())
                .add("hidden", Models.dense(8, Activation.LINEAR))
                .add("norm2", Models.batchNorm())
                .add("out", Models.dense(2, Activation.LINEAR));
        Network network = Network.compile(layers.build(settings), Shape.of(3), implementation.open(), 10);
        return new Trainer(network, settings, data(), Optional.of(data()));
    }

    private static float[] tensor(TrainerState state, String name) {
        return state.parameters().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static void assertSame(List<NamedTensor> expected, List<NamedTensor> actual) {
        assertEquals(
                expected.stream().map(NamedTensor::name).sorted().toList(),
                actual.stream().map(NamedTensor::name).sorted().toList());
        for (NamedTensor tensor : expected) {
            float[] values = actual.stream()
                    .filter(other -> other.name().equals(tensor.name()))
                    .findFirst()
                    .orElseThrow()
                    .values();
            assertArrayEquals(tensor.values(), values, tensor.name());
        }
    }

    @Test
    void theRunningStatisticsApproachThoseOfTheData() {
        Trainer trainer = trainer();
        List<Double> accuracies = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onEpoch(EpochResult epoch) {
                accuracies.add(epoch.validation().orElseThrow().accuracy().orElseThrow());
            }
        });
        trainer.run();
        float[] means = tensor(trainer.state(), "norm.running_mean");
        for (int j = 0; j < means.length; j++) {
            assertEquals(5 * j + 0.5, means[j], 0.2);
        }
        assertTrue(accuracies.getLast() > 0.9, "accuracies " + accuracies);
    }

    @Test
    void aResumedRunContinuesBitForBitFromItsCheckpoint() throws Exception {
        Trainer whole = trainer();
        whole.run();
        Trainer first = trainer();
        first.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.step() == STOP) {
                    first.stop();
                }
            }
        });
        first.run();
        Checkpoints checkpoints = new Checkpoints(new RunFolder(folder));
        checkpoints.save(first);
        Trainer second = trainer();
        second.restore(checkpoints.load());
        second.run();
        assertSame(whole.state().parameters(), second.state().parameters());
        assertSame(whole.state().optimizer(), second.state().optimizer());
    }

    @Test
    void theWeightsFileHoldsTheStatisticsAndIsEnoughToPredict() throws Exception {
        Trainer trainer = trainer();
        trainer.run();
        Checkpoints checkpoints = new Checkpoints(new RunFolder(folder));
        checkpoints.save(trainer);
        List<NamedTensor> weights = Checkpoints.readWeights(checkpoints.weightsFile());
        assertSame(trainer.state().parameters(), weights);
        assertTrue(weights.stream().anyMatch(tensor -> tensor.name().equals("norm2.running_var")));
        assertTrue(trainer.state().optimizer().stream()
                .noneMatch(tensor -> tensor.name().contains("running")));
    }

    @Test
    void theBatchCountersOfTorchAreLeftOut() throws Exception {
        Path file = folder.resolve("torch.safetensors");
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("norm.running_mean", Tensor.floats(new float[] {1, 2}, 2));
        tensors.put("norm.num_batches_tracked", Tensor.longs(new long[] {7}));
        Safetensors.write(file, tensors, Map.of());
        assertEquals(
                List.of("norm.running_mean"),
                Checkpoints.readWeights(file).stream().map(NamedTensor::name).toList());
    }

    @Test
    void aStateWithoutStatisticsIsNotEnoughToResume() {
        Trainer trainer = trainer();
        TrainerState state = trainer.state();
        List<NamedTensor> incomplete = state.parameters().stream()
                .filter(tensor -> !tensor.name().equals("norm.running_mean"))
                .toList();
        TrainerState without = new TrainerState(state.step(), state.epochProgress(), incomplete, state.optimizer());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> trainer.restore(without));
        assertTrue(refused.getMessage().contains("norm.running_mean"), refused.getMessage());
    }

    @Test
    void aStepThatDivergesLeavesTheStatisticsAsTheyWere() {
        Trainer trainer = trainer();
        List<TrainerState> before = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.step() == STOP) {
                    TrainerState poisoned = poisoned(trainer.state());
                    trainer.restore(poisoned);
                    before.add(poisoned);
                }
            }
        });
        DivergedException diverged = assertThrows(DivergedException.class, trainer::run);
        assertEquals("norm", diverged.layer());
        assertSame(before.getFirst().parameters(), trainer.state().parameters());
    }

    private static TrainerState poisoned(TrainerState state) {
        List<NamedTensor> tensors = new ArrayList<>(state.parameters());
        NamedTensor bias = tensors.get(1);
        assertEquals("norm.bias", bias.name());
        tensors.set(1, new NamedTensor(bias.name(), bias.shape(), new float[] {0, Float.NaN, 0}));
        return new TrainerState(state.step(), state.epochProgress(), tensors, state.optimizer());
    }
}
