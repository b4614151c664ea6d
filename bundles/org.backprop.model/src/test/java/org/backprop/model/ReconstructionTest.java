package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that predict their own input. */
class ReconstructionTest {

    private static Analysis read(int units, String training) {
        return read("digits: 50, reconstruct: true", units, training);
    }

    private static Analysis read(String data, int units, String training) {
        return ModelReader.read("coder.nn.yaml", """
                backprop: 1
                data: {%s}
                network: {layers: [flatten, {dense: 8}, {dense: {units: %d, activation: sigmoid}}]}
                training: {%s}
                """.formatted(data, units, training));
    }

    @Test
    void anOutputForEachFeatureIsWithoutProblemsAndSurvivesBeingWritten() {
        Analysis analysis = read(784, "loss: mse, metrics: rmse");
        assertEquals(List.of(), analysis.problems());
        Model model = analysis.model().orElseThrow();
        assertTrue(model.data().reconstruct());
        Analysis again = ModelReader.read("coder.nn.yaml", ModelWriter.text(model));
        assertEquals(model.data(), again.model().orElseThrow().data());
    }

    @Test
    void noiseIsAllowedAndMixingIsNot() {
        String data = "digits: 50, reconstruct: true, augmentation: ";
        assertEquals(List.of(), read(data + "noise", 784, "loss: mse").problems());
        List<Problem> problems = read(data + "[noise, mixup]", 784, "loss: mse").problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().message().startsWith("mixup and cutmix mix what is to be predicted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | loss: mse | the data has 784 numbers to predict, but the last layer has 10 units",
                "784 | loss: cross_entropy | cross_entropy compares classes, but the data has 784 numbers",
                "784 | loss: mse, metrics: accuracy | accuracy compares classes",
            })
    void whatDoesNotFitIsReported(int units, String training, String message) {
        List<Problem> problems = read(units, training).problems();
        assertEquals(
                1,
                problems.stream()
                        .filter(problem -> problem.message().contains(message))
                        .count(),
                problems.toString());
    }
}
