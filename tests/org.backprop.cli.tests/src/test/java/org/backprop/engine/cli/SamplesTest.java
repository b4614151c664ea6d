package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.backprop.engine.data.Progress;
import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Analysis;
import org.backprop.model.Catalogue;
import org.backprop.model.GeneratedData;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples and templates that come with Backprop. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "..", "bundles", "org.backprop.samples");
    private static final int STEPS = 4;

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".nn.yaml"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties index() throws IOException {
        Properties index = new Properties();
        try (Reader in = Files.newBufferedReader(SAMPLES.resolve("samples.properties"))) {
            index.load(in);
        }
        return index;
    }

    private static List<String> listed(String key) throws IOException {
        return Arrays.stream(index().getProperty(key).split(","))
                .map(String::strip)
                .toList();
    }

    private static Kernels kernels() {
        return FastKernels.obstacle().isEmpty() ? FastKernels.open(2) : new Nd4jKernels(2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelIsFreeOfProblemsAndLearnsForAFewSteps(Path file) throws Exception {
        Analysis complete = ModelReader.read(file);
        assertEquals(List.of(), complete.problems());
        Model model = ModelReader.read(file, smaller(complete.model().orElseThrow()))
                .model()
                .orElseThrow();
        Trainer trainer = TrainingTask.prepare(model, file.toAbsolutePath().getParent(), kernels(), Progress.NONE)
                .trainer();
        trainer.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                assertTrue(Double.isFinite(step.loss()), () -> "loss " + step.loss());
                if (trainer.step() >= STEPS) {
                    trainer.stop();
                }
            }
        });
        trainer.run();
        assertEquals(STEPS, trainer.step());
    }

    /** Overrides that make generated data small; everything else stays. */
    private static Map<String, String> smaller(Model model) {
        Map<String, String> overrides = new HashMap<>();
        if (model.data().source() instanceof GeneratedData generated) {
            String key = Catalogue.describe(((Record) generated).getClass()).key();
            overrides.put("data." + key + ".samples", "80");
            overrides.put("data.split.train", "0.8");
            overrides.put("data.split.validation", "0.2");
            overrides.put("data.split.test", "0");
            overrides.put("training.batch_size", "16");
        }
        return overrides;
    }

    @Test
    void everyExampleOfTheIndexHasATitleAModelAndAReadmeAndEveryFolderIsListed() throws IOException {
        List<String> examples = listed("examples");
        for (String name : examples) {
            assertFalse(index().getProperty(name).isBlank(), name);
            assertTrue(Files.exists(SAMPLES.resolve(name).resolve(name + ".nn.yaml")), name);
            assertTrue(
                    Files.readString(SAMPLES.resolve(name).resolve("README.md")).contains("\n## Things to try"), name);
        }
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            List<String> found = folders.filter(folder -> Files.exists(folder.resolve("README.md")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            assertEquals(examples.stream().sorted().toList(), found);
        }
    }

    @Test
    void everyTemplateOfTheIndexHasATitleADescriptionAndAPictureAndEveryFileIsListed() throws IOException {
        List<String> templates = listed("templates");
        Path folder = SAMPLES.resolve("templates");
        for (String name : templates) {
            for (String key : List.of(".title", ".description", ".picture")) {
                assertFalse(index().getProperty(name + key, "").isBlank(), name + key);
            }
            assertTrue(Files.exists(folder.resolve(index().getProperty(name + ".picture"))), name);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".nn.yaml"))
                    .map(file -> file.replace(".nn.yaml", ""))
                    .sorted()
                    .toList();
            assertEquals(templates.stream().sorted().toList(), found);
        }
    }
}
