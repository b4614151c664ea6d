package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricSpecTest {

    private static List<MetricSpec> metrics(String training) {
        return Texts.model(Texts.training(training)).training().metrics();
    }

    @Test
    void nothingMoreIsMeasuredByDefault() {
        assertEquals(List.of(), metrics("{loss: cross_entropy}"));
    }

    @Test
    void metricsAreAListOfNamesAndMappings() {
        assertEquals(
                List.of(new AccuracyMetric(), new TopKMetric(3), new ConfusionMatrixMetric()),
                metrics("{loss: cross_entropy, metrics: [accuracy, top_k: {k: 3}, confusion_matrix]}"));
        assertEquals(List.of(new AucMetric()), metrics("{loss: cross_entropy, metrics: auc}"));
        assertEquals(List.of(new F1Metric(), new MaeMetric()), metrics("{loss: mse, metrics: [f1, mae]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{loss: cross_entropy, metrics: [‹acuracy›]} | UNKNOWN_TYPE | unknown metric \"acuracy\": did you mean accuracy?",
                "{loss: cross_entropy, metrics: [f1, ‹mae›]} | INCONSISTENT | mae compares numbers, but cross_entropy compares classes",
                "{loss: cross_entropy, metrics: ‹r2›} | INCONSISTENT | use one of accuracy, top_k",
                "{loss: cross_entropy, metrics: [f1, auc, ‹f1›]} | INCONSISTENT | f1 is measured already: remove one",
                "{loss: cross_entropy, metrics: [{top_k: ‹0›}]} | OUT_OF_RANGE | k must be at least 1",
                "{loss: cross_entropy, metrics: ‹[auc]›, stopping: {early_stopping: {metric: f1/validation}}} | INCONSISTENT | metrics must have f1, because f1/validation is followed",
                "{loss: cross_entropy, metrics: ‹{top_k: 11}›} | INCONSISTENT | k is 11, but the last layer has 10 units",
            })
    void pointsToTheCause(String training, Code code, String message) {
        Expect.problem(code, Texts.training(training), message);
    }

    @Test
    void numbersHaveNoClasses() {
        String text = Texts.shaped("[4]", "- dense: 1").replace("loss: mse", "loss: mse, metrics: [rmse, ‹f1›]");
        Expect.problem(
                Code.INCONSISTENT, text, "f1 compares classes, but mse on one output compares numbers: use one of mae");
    }
}
