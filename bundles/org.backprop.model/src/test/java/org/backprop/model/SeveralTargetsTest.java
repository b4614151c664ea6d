package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with several columns to predict, scores, and texts. */
class SeveralTargetsTest {

    private static final String MODEL = """
            backprop: 1
            data: {csv: {path: t.csv, %s}, %s}
            network: {layers: [{dense: {units: %d, activation: sigmoid}}]}
            training: {%s}
            """;

    @TempDir
    Path folder;

    private Analysis read(String csv, String beside, int units, String training) throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b,s,y,z\n1,2,3,1,0\n");
        String text = MODEL.formatted(csv, beside, units, training);
        return ModelReader.read("test.nn.yaml", folder, text, java.util.Map.of());
    }

    @Test
    void targetsAndScoreAreNoFeatures() throws IOException {
        Analysis analysis = read("target: [y, z], score: s", "split: {train: 1}", 2, "loss: bce");
        assertEquals(List.of(), analysis.problems());
        Model model = analysis.model().orElseThrow();
        assertEquals(List.of(2), model.network().input());
        assertEquals(
                new CsvData("t.csv", List.of("y", "z"), true, Optional.of("s")),
                model.data().source());
        Analysis again = ModelReader.read(
                "again.nn.yaml", folder, ModelWriterTest.json(ModelWriter.resolved(model)), java.util.Map.of());
        assertEquals(model.data(), again.model().orElseThrow().data());
    }

    @Test
    void theInputIsNotKnownWhereTextsBecomeCategories() throws IOException {
        Model model = read("target: y", "normalize: [one_hot, min_max]", 1, "loss: bce")
                .model()
                .orElseThrow();
        assertEquals(List.of(), model.network().input());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target: [y, z] | split: {train: 1} | 3 | loss: bce | the data has 2 numbers to predict, but the last layer has 3 units",
                "target: [y, z] | split: {train: 1} | 2 | loss: hinge | hinge compares classes, but the data has 2 numbers",
                "target: [y, y] | split: {train: 1} | 2 | loss: bce | the column \"y\" is a target already",
                "target: y, score: y | split: {train: 1} | 1 | loss: bce | the column \"y\" is a target already",
                "target: y, score: t | split: {train: 1} | 1 | loss: bce | has no column \"t\"",
                "target: [a, b, s, y, z] | split: {train: 1} | 5 | loss: bce | has no column left for a feature",
                "target: [y, z] | augmentation: noise | 2 | loss: bce | augmentation is for samples with one target",
                "target: [y, z] | split: {train: 1} | 2 | loss: bce, metrics: accuracy | accuracy compares classes, but the data has several numbers",
                "target: [y, z] | split: {train: 1} | 2 | loss: bce, order: weighted | order balances classes, but the network predicts numbers",
                "target: y | split: {train: 1} | 1 | loss: mse, order: weighted | order balances classes, but the network predicts numbers",
            })
    void whatDoesNotFitIsReported(String csv, String beside, int units, String training, String message)
            throws IOException {
        List<String> problems = read(csv, beside, units, training).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::message)
                .toList();
        assertEquals(
                1, problems.stream().filter(found -> found.contains(message)).count(), problems.toString());
    }
}
