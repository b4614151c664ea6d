package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.cluster.ClusterSettings;
import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.run.Shards;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.BatchPart;
import org.backprop.engine.train.LocalSgd;
import org.backprop.engine.train.Outcome;
import org.backprop.engine.train.PartGradient;
import org.backprop.engine.train.Round;
import org.backprop.engine.train.RoundStart;
import org.backprop.engine.train.RoundSums;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.SynchronousSgd;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings whose gradients come from two executors, each a process of its own. */
class SparkGradientsTest {
    private static final float CLOSE = 1e-4f;
    private static final int LEAST_STEPS = 20;
    private static final String DIGITS = "digits: {samples: 340}";

    private static SparkCluster cluster;

    @TempDir
    static Path folder;

    @BeforeAll
    static void connect() throws Exception {
        Cluster connected = SparkHome.connect(
                new ClusterSettings(SparkHome.TWO_PROCESSES, "test", Map.of(), OptionalInt.empty(), true));
        cluster = (SparkCluster) connected;
    }

    @AfterAll
    static void disconnect() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static Model model(String data, String optimizer) {
        return ModelReader.read("test.nn.yaml", folder, """
                backprop: 1
                data: {%s, split: {train: 0.9, validation: 0.1}}
                network:
                  layers:
                    - flatten
                    - dense: {name: hidden, units: 16, activation: relu}
                    - dropout: {name: drop, rate: 0.4}
                    - dense: {name: scores, units: 10}
                training: {loss: cross_entropy, optimizer: %s, batch_size: 28, epochs: 2, seed: 5}
                """.formatted(data, optimizer), Map.of())
                .model()
                .orElseThrow();
    }

    private static TrainingTask task(Model model) throws Exception {
        Kernels kernels = Backends.open(Backends.NATIVE, KernelsChoice.NATIVE, 1, warning -> {});
        return TrainingTask.prepare(model, folder, kernels, Progress.NONE);
    }

    private static SparkWorkers workers(TrainingTask task, int count) throws Exception {
        return SparkWorkers.open(
                cluster.context(), PartTask.of(task, folder, KernelsChoice.NATIVE), Shards.of(task, count), count);
    }

    /** Trains on two executors, and does something before a step. */
    private static Trained onSpark(String optimizer, int parts, long before, Runnable event) throws Exception {
        return onSpark(DIGITS, optimizer, parts, before, event);
    }

    private static Trained onSpark(String data, String optimizer, int parts, long before, Runnable event)
            throws Exception {
        TrainingTask task = task(model(data, optimizer));
        SparkGradients spark = new SparkGradients(workers(task, parts));
        Trainer trainer = task.trainer();
        SynchronousSgd withEvent = new SynchronousSgd() {
            @Override
            public PartGradient gradient(BatchPart batch, float[] parameters, float[] statistics) {
                if (batch.step() == before) {
                    event.run();
                }
                return spark.gradient(batch, parameters, statistics);
            }

            @Override
            public int shards() {
                return spark.shards();
            }
        };
        trainer.distribute(withEvent);
        return train(trainer);
    }

    /** Local SGD on two executors: rounds of so many steps, with something done before the third. */
    private static Trained inRounds(String optimizer, int averageEvery, Runnable event) throws Exception {
        TrainingTask task = task(model(DIGITS, optimizer));
        LocalSgd spark = new SparkRounds(workers(task, 2), averageEvery);
        List<Round> rounds = new ArrayList<>();
        LocalSgd withEvent = new LocalSgd() {
            @Override
            public int averageEvery() {
                return spark.averageEvery();
            }

            @Override
            public int workers() {
                return spark.workers();
            }

            @Override
            public RoundSums round(Round round, RoundStart start) {
                rounds.add(round);
                if (rounds.size() == 3) {
                    event.run();
                }
                return spark.round(round, start);
            }
        };
        Trainer trainer = task.trainer();
        trainer.distribute(withEvent);
        Trained trained = train(trainer);
        assertEquals(averageEvery, rounds.getFirst().steps().size());
        return trained;
    }

    @Test
    void averagingPlainSgdAfterEachStepMakesTheStepsOfOneMachine() throws Exception {
        here("{sgd: {learning_rate: 0.1}}").assertClose(inRounds("{sgd: {learning_rate: 0.1}}", 1, () -> {}));
    }

    @Test
    void aRoundOfAKilledExecutorIsMadeAgainWithTheSameBits() throws Exception {
        String adam = "{adam: {learning_rate: 0.002}}";
        Trained whole = inRounds(adam, 4, () -> {});
        List<ProcessHandle> executors = SparkHome.executors(ProcessHandle.current());
        Trained broken = inRounds(adam, 4, () -> kill(executors.getFirst()));
        assertEquals(whole.losses(), broken.losses());
        assertArrayEquals(whole.parameters(), broken.parameters(), 0);
    }

    private static Trained here(String optimizer) throws Exception {
        return train(task(model(DIGITS, optimizer)).trainer());
    }

    private static Trained train(Trainer trainer) {
        List<Double> losses = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                losses.add(step.loss());
            }
        });
        assertEquals(Outcome.COMPLETED, trainer.run());
        assertTrue(losses.size() > LEAST_STEPS);
        return new Trained(
                losses, trainer.network().parameterVector().orElseThrow().toArray());
    }

    /** The losses of all steps, and the parameters in the end. */
    private record Trained(List<Double> losses, float[] parameters) {
        void assertClose(Trained other) {
            for (int i = 0; i < losses.size(); i++) {
                assertEquals(losses.get(i), other.losses.get(i), CLOSE, "step " + (i + 1));
            }
            assertArrayEquals(parameters, other.parameters, CLOSE);
        }
    }

    private static void kill(ProcessHandle process) {
        assertTrue(process.destroyForcibly());
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{adam: {learning_rate: 0.002}}", "{nesterov: {learning_rate: 0.05}}"})
    void twoWorkersMakeTheStepsOfOneMachine(String optimizer) throws Exception {
        here(optimizer).assertClose(onSpark(optimizer, 2, -1, () -> {}));
    }

    @Test
    void anExecutorThatIsKilledChangesNoBitOfTheResult() throws Exception {
        String adam = "{adam: {learning_rate: 0.002}}";
        Trained whole = onSpark(adam, 2, -1, () -> {});
        List<ProcessHandle> executors = SparkHome.executors(ProcessHandle.current());
        assertEquals(2, executors.size());
        Trained broken = onSpark(adam, 2, 7, () -> kill(executors.getFirst()));
        assertEquals(whole.losses(), broken.losses());
        assertArrayEquals(whole.parameters(), broken.parameters(), 0);
    }

    @Test
    void theShardOfAKilledExecutorIsReadAgainElsewhere() throws Exception {
        StringBuilder table = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 350; i++) {
            table.append(i % 7)
                    .append(',')
                    .append(i % 11)
                    .append(',')
                    .append(i % 10)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("shards.csv"), table);
        String data = "csv: {path: \"" + file.toUri() + "\", target: y}";
        String adam = "{adam: {learning_rate: 0.002}}";
        Trained whole = onSpark(data, adam, 2, -1, () -> {});
        List<ProcessHandle> executors = SparkHome.executors(ProcessHandle.current());
        Trained broken = onSpark(data, adam, 2, 7, () -> kill(executors.getFirst()));
        assertEquals(whole.losses(), broken.losses());
        assertArrayEquals(whole.parameters(), broken.parameters(), 0);
    }

    /** As many as there are blocks of four rows. */
    @ParameterizedTest
    @ValueSource(ints = 7)
    void manyPartsMakeTheSameSteps(int parts) throws Exception {
        String adam = "{adam: {learning_rate: 0.002}}";
        here(adam).assertClose(onSpark(adam, parts, -1, () -> {}));
    }

    @Test
    void dataThatAnExecutorCannotReadIsReportedBeforeTheTraining() throws Exception {
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b,y\n" + "1,2,x\n3,4,z\n".repeat(20));
        TrainingTask task = task(model("csv: {path: table.csv, target: y}", "sgd"));
        Files.delete(table);
        ClusterException refused = assertThrows(
                ClusterException.class,
                () -> cluster.distribute(
                        PartTask.of(task, folder, KernelsChoice.NATIVE), workers -> List.of(), OptionalInt.empty()));
        assertTrue(refused.getMessage().contains("table.csv"), refused.getMessage());
    }
}
