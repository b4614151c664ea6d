package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.run.Checkpoints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class PruneCommandTest {
    @TempDir
    static Path folder;

    private static Backprop backprop;
    private static String run;

    @BeforeAll
    static void train() throws Exception {
        TrainingFixture.write(folder);
        backprop = new Backprop(folder);
        assertEquals(0, backprop.run("train", "tiny.nn.yaml", "--epochs", "2").exitCode());
        run = TrainingFixture.onlyRun(folder).toString();
    }

    private static JsonObject json(Backprop.Result result) {
        assertEquals(0, result.exitCode(), result.err());
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    private static double zeros(Path weights, String tensor) throws IOException {
        List<NamedTensor> tensors = Checkpoints.readWeights(weights);
        float[] values = tensors.stream()
                .filter(found -> found.name().equals(tensor))
                .findFirst()
                .orElseThrow()
                .values();
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return (double) zeros / values.length;
    }

    @Test
    void theWeightsOfOneLayerAreRemovedAndWrittenWithAModelThatCanBeTrainedOn() throws Exception {
        JsonObject pruned = json(backprop.run(
                "prune", run, "--criterion", "magnitude", "--sparsity", "0.75", "--layer", "hidden", "--json"));
        Path weights = Path.of(pruned.get("weights").getAsString());
        assertTrue(weights.endsWith("pruned-magnitude-0.75/tiny.safetensors"), weights.toString());
        assertEquals(0.75, zeros(weights, "hidden.weight"), 1e-3);
        assertEquals(0, zeros(weights, "scores.weight"));
        assertEquals(0.75, pruned.getAsJsonObject("layers").get("hidden").getAsDouble(), 1e-3);
        assertTrue(pruned.getAsJsonObject("after").has("accuracy/test"), pruned.toString());
        Backprop.Result trained =
                backprop.run("train", pruned.get("model").getAsString(), "--epochs", "1", "--runs", "again");
        assertEquals(0, trained.exitCode(), trained.err());
    }

    @Test
    void aShrunkNetworkIsSmallerAndItsModelIsAsAPersonWouldWriteIt() throws Exception {
        JsonObject pruned = json(backprop.run(
                "prune",
                run,
                "--criterion",
                "neuron_input_weights",
                "--sparsity",
                "0.5",
                "--layer",
                "hidden",
                "--shrink",
                "--json",
                "-o",
                folder.resolve("small").toString()));
        JsonObject shrunk = pruned.getAsJsonObject("shrunk");
        assertTrue(shrunk.get("greatest_difference").getAsDouble() < 1e-5, shrunk.toString());
        long before = shrunk.getAsJsonObject("before").get("parameters").getAsLong();
        long after = shrunk.getAsJsonObject("after").get("parameters").getAsLong();
        assertEquals(785 * 16 + 17 * 10, before);
        assertEquals(785 * 8 + 9 * 10, after);
        Path model = folder.resolve("small/tiny-shrunk.nn.yaml");
        String text = Files.readString(model);
        assertTrue(text.contains("    - dense: {name: hidden, units: 8, activation: relu}\n"), text);
        assertTrue(text.contains("  weights: tiny-shrunk.safetensors\n"), text);
        assertEquals(0, backprop.run("check", model.toString()).exitCode());
    }

    @Test
    void whatIfShowsAccuracyAgainstSparsityForEachCriterionAndChangesNothing() throws Exception {
        Backprop.Result result = backprop.run(
                "prune",
                run,
                "--what-if",
                "0.5,0.99",
                "--criterion",
                "magnitude",
                "--criterion",
                "{taylor: {samples: 50}}",
                "--csv",
                "curve.csv");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("validation, 100 samples"), result.out());
        assertEquals(
                3,
                result.out()
                        .lines()
                        .filter(line -> line.contains("0.0 %") || line.contains("50.0 %"))
                        .count(),
                result.out());
        List<String> lines = Files.readAllLines(folder.resolve("curve.csv"));
        assertEquals("criterion,asked,sparsity,loss,accuracy,samples", lines.getFirst());
        assertEquals(6, lines.size());
        assertTrue(lines.get(4).startsWith("taylor,0.5,0.5"), lines.get(4));
    }

    @Test
    void allLeavesOutTheCriteriaThatCannotPruneTheNetworkAndSaysWhy() throws Exception {
        Backprop.Result result = backprop.run("prune", run, "--what-if", "0.5", "--criterion", "all", "--json");
        JsonObject report = json(result);
        assertEquals(8, report.getAsJsonArray("criteria").size());
        assertTrue(result.err().contains("optimal_brain_surgeon inverts"), result.err());
        assertTrue(result.err().contains("filter_norm prunes convolutions"), result.err());
    }

    @Test
    void whatCannotBePrunedIsRefusedWithTheReason() throws Exception {
        refused("pruning to 100 % would leave no weights", "--sparsity", "1");
        refused("did you mean magnitude?", "--sparsity", "0.5", "--criterion", "magnitud");
        refused("did you mean 'hidden'?", "--sparsity", "0.5", "--layer", "hiden");
        refused("inverts a matrix", "--sparsity", "0.5", "--criterion", "optimal_brain_surgeon");
    }

    private static void refused(String why, String... options) throws Exception {
        Backprop.Result result = backprop.run(arguments(options));
        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains(why), result.err());
        assertFalse(result.err().contains("\tat "), result.err());
    }

    private static String[] arguments(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "prune";
        all[1] = run;
        System.arraycopy(options, 0, all, 2, options.length);
        return all;
    }

    @Test
    void aWrongCommandLineIsAnErrorOfUsage() throws Exception {
        assertEquals(
                2,
                backprop.run(arguments("--sparsity", "0.5", "--what-if", "0.1")).exitCode());
        assertEquals(
                2,
                backprop.run(arguments("--sparsity", "0.5", "--criterion", "all"))
                        .exitCode());
    }

    @Test
    void aRunWithoutWeightsOrWithOthersIsExplained() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(Path.of(run, "run.json"), copy.resolve("run.json"));
        Backprop.Result none = backprop.run("prune", copy.toString(), "--sparsity", "0.5");
        assertEquals(1, none.exitCode());
        assertTrue(none.err().contains("the run has no weights"), none.err());
        Files.createDirectories(copy.resolve("checkpoints"));
        Files.writeString(
                copy.resolve("run.json"),
                Files.readString(copy.resolve("run.json")).replace("\"units\": 16", "\"units\": 17"));
        Files.copy(Path.of(run, "checkpoints/weights.safetensors"), copy.resolve("checkpoints/weights.safetensors"));
        Backprop.Result others = backprop.run("prune", copy.toString(), "--sparsity", "0.5");
        assertEquals(1, others.exitCode());
        assertTrue(others.err().contains("the weights do not fit the network of the run"), others.err());
    }
}
