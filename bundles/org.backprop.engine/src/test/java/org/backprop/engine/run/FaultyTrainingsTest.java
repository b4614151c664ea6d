package org.backprop.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.DivergedException;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.diagnosis.Diagnosis;
import org.backprop.runlog.diagnosis.Fault;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that are built to have a fault are found to have it, those built not to have it have no finding at all. */
class FaultyTrainingsTest {
    private static final Path SAMPLES = Path.of("..", "org.backprop.samples");
    private static final String MOONS =
            "{moons: {samples: 500, noise: 0.1, seed: 1}, split: {train: 0.8, validation: 0.2}}";

    @TempDir
    private Path folder;

    private final Kernels kernels = Implementation.all().getLast().open();

    /** A network of {@code depth} hidden layers. */
    private static String deep(int depth, String hidden, String optimizer) {
        return model(MOONS, "    - dense: {units: 16, %s}\n".formatted(hidden).repeat(depth), optimizer, 20, 20);
    }

    private static String model(String data, String layers, String optimizer, int batch, int epochs) {
        return """
                backprop: 1
                data: %s
                network:
                  layers:
                %s    - dense: {name: scores, units: 2}
                training: {loss: cross_entropy, optimizer: {%s}, batch_size: %d, epochs: %d, seed: 1}
                monitor: {norms_every: 1, activations_every: 5}
                """.formatted(data, layers, optimizer, batch, epochs);
    }

    private Diagnosis train(String text) throws Exception {
        return train(
                ModelSource.of("test.nn.yaml", text), ModelReader.read("test.nn.yaml", folder, text, Map.of()), folder);
    }

    private Diagnosis train(ModelSource source, Analysis analysis, Path base) throws Exception {
        Model model = analysis.model().orElseThrow(() -> new AssertionError(analysis.problems()));
        TrainingTask task = TrainingTask.prepare(model, base, kernels, Progress.NONE);
        Trainer trainer = task.trainer();
        RunInfo info = RunInfo.starting(
                "test",
                source,
                ModelWriter.resolved(model),
                1,
                new Environment(Map.of(), "native", "test", 1, List.of()),
                TrainingRun.plan(task, trainer));
        RunFolder runs = RunFolder.create(folder, "test");
        try (TrainingRun run = TrainingRun.start(task, trainer, runs, info)) {
            run.run(new TrainingListener() {});
        } catch (DivergedException wanted) {
            assertTrue(wanted.getMessage().contains("diverged"));
        }
        return Diagnosis.of(new RunTail(runs.path()).poll());
    }

    private static List<Fault> faults(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::fault).distinct().toList();
    }

    private static void assertFound(Fault fault, Diagnosis diagnosis) {
        assertTrue(faults(diagnosis).contains(fault), () -> fault + " is not among " + diagnosis.findings());
    }

    private static void assertHealthy(Diagnosis diagnosis) {
        assertEquals(List.of(), diagnosis.findings());
    }

    @Test
    void deepSigmoidNetworksLoseTheirGradient() throws Exception {
        Diagnosis diagnosis = train(deep(10, "activation: sigmoid", "sgd: {learning_rate: 0.1}"));
        assertFound(Fault.VANISHING_GRADIENT, diagnosis);
        assertTrue(
                diagnosis.of("dense_1").size() > 0, () -> diagnosis.findings().toString());
        assertEquals(List.of(), diagnosis.of("scores"));
    }

    @Test
    void deepNetworksOfRectifiersKeepTheirGradient() throws Exception {
        assertHealthy(train(deep(6, "activation: relu, initializer: he", "sgd: {learning_rate: 0.05}")));
    }

    @Test
    void weightsThatAreMuchTooGreatExplode() throws Exception {
        String hidden = "activation: relu, initializer: {normal: {mean: 0, std: 4}}";
        assertFound(Fault.EXPLODING_GRADIENT, train(deep(5, hidden, "sgd: {learning_rate: 1.0e-12}")));
    }

    @Test
    void unitsThatAreNeverActiveLeaveTheWeightsUnchanged() throws Exception {
        Diagnosis diagnosis =
                train(deep(2, "activation: relu, bias_initializer: {constant: -50}", "sgd: {learning_rate: 0.1}"));
        assertFound(Fault.UNCHANGED_WEIGHTS, diagnosis);
        assertEquals(Fault.UNCHANGED_WEIGHTS, diagnosis.of("dense_1").getLast().fault());
    }

    @Test
    void unitsThatAreNeverActiveAreDead() throws Exception {
        Diagnosis diagnosis =
                train(deep(2, "activation: relu, bias_initializer: {constant: -50}", "sgd: {learning_rate: 0.1}"));
        assertEquals(Fault.DEAD_UNITS, diagnosis.of("dense_1").getFirst().fault());
        assertEquals(List.of(), diagnosis.of("scores"));
    }

    @Test
    void weightsThatAreMuchTooGreatSaturateSquashingUnits() throws Exception {
        String hidden = "activation: tanh, initializer: {normal: {mean: 0, std: 8}}";
        Diagnosis diagnosis = train(deep(1, hidden, "sgd: {learning_rate: 0.01}"));
        assertEquals(Fault.SATURATED_UNITS, diagnosis.of("dense_1").getFirst().fault());
        assertHealthy(train(deep(1, "activation: tanh, initializer: glorot", "sgd: {learning_rate: 0.1}")));
    }

    @Test
    void frozenLayersAreNoFault() throws Exception {
        String text = deep(2, "activation: relu, initializer: he", "adam: {learning_rate: 0.01}")
                .replace("  layers:", "  freeze: [dense_1]\n  layers:");
        assertHealthy(train(text));
    }

    @ParameterizedTest
    @CsvSource({"1.0e-9, LOW_LEARNING_RATE", "1.0e-9, STALLED"})
    void tinyStepsAreATooLowRateAndStall(String rate, Fault fault) throws Exception {
        assertFound(fault, train(deep(2, "activation: relu, initializer: he", "sgd: {learning_rate: " + rate + "}")));
    }

    @Test
    void greatStepsAreATooHighRate() throws Exception {
        assertFound(
                Fault.HIGH_LEARNING_RATE,
                train(deep(3, "activation: tanh, initializer: glorot", "adam: {learning_rate: 3}")));
    }

    @Test
    void stepsThatLeaveTheNumbersDiverge() throws Exception {
        assertFound(Fault.DIVERGING, train(deep(4, "activation: relu, initializer: he", "sgd: {learning_rate: 1000}")));
    }

    @Test
    void fewNoisySamplesOverfit() throws Exception {
        String data = "{moons: {samples: 240, noise: 0.5, seed: 1}, split: {train: 30, validation: 200, test: 0}}";
        String layers = "    - dense: {units: 64, activation: relu, initializer: he}\n".repeat(2);
        String optimizer = "adam: {learning_rate: 0.01}";
        assertFound(Fault.OVERFITTING, train(model(data, layers, optimizer, 10, 80)));
        String many = data.replace("30", "1000").replace("240", "1200");
        assertHealthy(train(model(many, layers, "adam: {learning_rate: 0.002}", 50, 8)));
    }

    /** Two clouds of points; a class that is rare, and rows that are there twice. */
    private String table(int rare, int twice) throws IOException {
        RandomGenerator random = new Random(1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int cloud = i % rare == 0 ? 1 : 0;
            rows.add(String.format(
                    Locale.ROOT,
                    "%.5f,%.5f,%s",
                    cloud + 0.5 * random.nextGaussian(),
                    -cloud + 0.5 * random.nextGaussian(),
                    cloud == 1 ? "b" : "a"));
        }
        rows.addAll(rows.subList(0, twice));
        Files.writeString(folder.resolve("points.csv"), "x,y,class\n" + String.join("\n", rows) + "\n");
        return model(
                "{csv: {path: points.csv, target: class}, split: {train: 0.6, validation: 0.2, test: 0.2}}",
                "    - dense: {units: 8, activation: tanh}\n",
                "adam: {learning_rate: 0.02}",
                50,
                5);
    }

    @Test
    void samplesInTwoSetsLeak() throws Exception {
        Diagnosis diagnosis = train(table(2, 100));
        assertEquals(List.of(Fault.LEAKING_SPLIT), faults(diagnosis));
        assertEquals(2, diagnosis.findings().size());
    }

    @Test
    void aRareClassIsImbalanced() throws Exception {
        assertEquals(List.of(Fault.CLASS_IMBALANCE), faults(train(table(20, 0))));
    }

    @Test
    void distinctSamplesOfBalancedClassesAreNoFault() throws Exception {
        assertHealthy(train(table(2, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "digits-mlp, 1, 4000, 3000",
        "spirals, 40, 2000, 0.8",
        "xor, 200, 0, 4",
        "residual, 1, 1500, 1200",
    })
    void samplesHaveNoFinding(String name, int epochs, int samples, String train) throws Exception {
        Path file = SAMPLES.resolve(name).resolve(name + ".nn.yaml");
        boolean digits = samples > 0 && !name.equals("spirals");
        Map<String, String> overrides = digits
                ? Map.of(
                        "training.epochs",
                        "" + epochs,
                        "data.digits.samples",
                        "" + samples,
                        "data.split.train",
                        train,
                        "data.split.validation",
                        "300")
                : Map.of("training.epochs", "" + epochs, "monitor.activations_every", "10");
        assertHealthy(train(
                ModelSource.of(file.toString(), Files.readString(file)),
                ModelReader.read(file, overrides),
                file.getParent()));
    }
}
