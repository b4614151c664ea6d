package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    private static LossSpec loss(String loss) {
        return Texts.model(Texts.training("{loss: " + loss + "}")).training().loss();
    }

    /** A file with data whose classes are not known. */
    private static String unknownData(String layers, String loss) {
        return Texts.shaped("[4]", layers).replace("loss: mse", "loss: " + loss);
    }

    @Test
    void lossesHaveTheDefaultsOfPyTorch() {
        assertEquals(new CrossEntropyLoss(0, List.of()), loss("cross_entropy"));
        assertEquals(new MseLoss(MseReduction.MEAN), loss("mse"));
        assertEquals(new HuberLoss(1), loss("huber"));
        assertEquals(new HingeLoss(1, false), loss("hinge"));
        assertEquals(new PoissonLoss(true, 1e-8), loss("poisson"));
    }

    @Test
    void lossesTakeTheirParameters() {
        assertEquals(
                new CrossEntropyLoss(0.1, List.of(1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5)),
                loss("{cross_entropy: {label_smoothing: 0.1, class_weights: [1, 2, 1, 1, 1, 1, 1, 1, 1, 0.5]}}"));
        assertEquals(new MseLoss(MseReduction.HALF_SUM), loss("{mse: half_sum}"));
        assertEquals(new BceLoss(true), loss("{bce: {from_logits: true}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{cross_entropy: {label_smoothing: ‹2›}} | OUT_OF_RANGE | label_smoothing must be at least 0 and at most 1",
                "{cross_entropy: {class_weights: ‹3›}} | WRONG_TYPE | class_weights must be a list of numbers",
                "{cross_entropy: {class_weights: [1, ‹-1›]}} | OUT_OF_RANGE | class_weights must be at least 0",
                "‹{nll: {class_weights: [1, 2]}}› | INCONSISTENT | class_weights has 2 numbers, but the last layer has 10 units",
                "{mse: ‹sum›} | UNKNOWN_TYPE | known are mean, half_sum",
                "{huber: ‹0›} | OUT_OF_RANGE | delta must be greater than 0",
                "‹bce› | LOSS_MISMATCH | bce expects probabilities, but the network ends with linear: end it with sigmoid",
                "‹kl_div› | LOSS_MISMATCH | kl_div expects log-probabilities",
            })
    void pointsToTheCause(String loss, Code code, String message) {
        String ending = loss.contains("nll") ? "{dense: {units: 10, activation: log_softmax}}" : "{dense: 10}";
        Expect.problem(code, Texts.training("{loss: " + loss + "}").replace("{dense: 10}", ending), message);
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, '{bce: {from_logits: true}}', logits",
        "softmax, hinge, scores",
        "log_softmax, huber, values",
        "log_softmax, poisson, values"
    })
    void warnsOfALossThatExpectsAnotherOutput(String function, String loss, String expected) {
        String text = Texts.layers("- flatten\n- dense: {units: 10, activation: " + function + "}")
                .replace("cross_entropy", "‹" + loss + "›");
        Expect.problem(Code.LOSS_MISMATCH, text, expected, "but the network ends with " + function);
    }

    @ParameterizedTest
    @CsvSource({"mse", "mae", "huber", "poisson"})
    void oneUnitMayStandForTheNumberOfTheClass(String loss) {
        Texts.model(Texts.layers("- flatten\n- dense: 1").replace("cross_entropy", loss));
    }

    @ParameterizedTest
    @CsvSource({"'{bce: {from_logits: true}}'", "hinge"})
    void oneUnitTellsOnlyTwoClassesApart(String loss) {
        Texts.model(unknownData("- dense: 1", loss));
        Expect.problem(
                Code.OUTPUT_MISMATCH,
                Texts.layers("- flatten\n- ‹dense›: 1").replace("cross_entropy", loss),
                "one unit tells two classes apart, but the data has 10 classes: give the last layer 10 units");
    }

    @Test
    void otherClassificationsNeedAUnitForEachClass() {
        Expect.problem(
                Code.OUTPUT_MISMATCH,
                unknownData("- ‹dense›: 1", "cross_entropy"),
                "one unit for each class, but the last layer has 1 unit");
    }
}
