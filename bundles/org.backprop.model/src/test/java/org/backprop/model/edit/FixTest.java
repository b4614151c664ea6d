package org.backprop.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {
    private static final String MODEL = """
            backprop: 1
            data:  # drawn
              digits: {samples: 200, seed: 1}
            network:
              input: [1, 28, 28]
              layers:
                - conv2d: {name: c, filters: 4, kernel: 5}
                - flatten
                - dense: {name: hidden, units: 16, activation: relu}  # hidden
                - dense: {name: scores, units: 10, inputs: [hidden]}
            training:
              loss: cross_entropy
              optimizer:
                adam: {learning_rate: 0.01}
              epochs: 3
              shuffle: true
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs:            | epoch:                | UNKNOWN_KEY     | Change to epochs",
                "epochs: 3          | xyz: 3                | UNKNOWN_KEY     | Remove xyz",
                "adam:              | adma:                 | UNKNOWN_TYPE    | Change to adam",
                "relu               | relo                  | UNKNOWN_TYPE    | Change to relu",
                "inputs: [hidden]   | inputs: [hiden]       | UNKNOWN_NAME    | Change to hidden",
                "shuffle: true      | shuffle: yes          | WRONG_TYPE      | Change to true",
                "epochs: 3          | epochs: '3'           | WRONG_TYPE      | Change to 3",
                "epochs: 3          | epochs: 0             | OUT_OF_RANGE    | Change to 1",
                "units: 16,         |                       | MISSING         | Add units: 64",
                "epochs: 3          | epochs:               | MISSING         | Remove epochs",
                "loss: cross_entropy|                       | MISSING         | Add loss: cross_entropy",
                "backprop: 1        | backprop: 0           | VERSION         | Change to 1",
                "backprop: 1        |                       | VERSION         | Add backprop: 1",
                "name: hidden       | name: c               | DUPLICATE_NAME  | Change to c_2",
                "name: c, filters   | inputs: [hidden], filters | CYCLE       | ''",
                "units: 10          | units: 7              | OUTPUT_MISMATCH | Set units of scores to 10",
                "- flatten          | - dropout: 0.5        | SHAPE_MISMATCH  | Insert flatten before hidden",
                "[1, 28, 28]        | [1, 27, 27]           | SHAPE_MISMATCH  | '{Change to [1, 28, 28]}'",
                "units: 10          | units: 10, activation: log_softmax | LOSS_MISMATCH | Set loss of training to nll",
                "inputs: [hidden]   | inputs: [c]           | UNUSED_LAYER    | Remove the layer hidden"
            })
    void theFixMendsTheProblemAndLeavesTheOtherLinesAlone(String right, String wrong, Code code, String label)
            throws Exception {
        String broken = MODEL.replace(right, wrong == null ? "" : wrong);
        assertFalse(broken.equals(MODEL));
        Problem problem = problem(broken, code);
        String wanted = label.replaceAll("[{}]", "");
        if (wanted.isEmpty()) {
            assertEquals(List.of(), problem.fixes());
            return;
        }
        Fix fix = problem.fixes().stream()
                .filter(one -> one.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problem.toString()));
        String mended = TextChange.apply(broken, ModelEdit.of(broken).fix(fix));
        assertTrue(
                ModelReader.read("m.nn.yaml", mended).problems().stream()
                        .noneMatch(left -> left.message().equals(problem.message())),
                mended);
        assertTrue(mended.contains("data:  # drawn\n"), mended);
    }

    private static Problem problem(String text, Code code) {
        List<Problem> problems = ModelReader.read("m.nn.yaml", text).problems();
        return problems.stream()
                .filter(problem -> problem.code().equals(code.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    @Test
    void aMissingSectionIsAddedOnLinesOfItsOwn() throws Exception {
        String broken = MODEL.substring(0, MODEL.indexOf("training:"));
        Fix fix = problem(broken, Code.MISSING).fixes().getFirst();
        String mended = TextChange.apply(broken, ModelEdit.of(broken).fix(fix));
        assertEquals(broken + "training:\n  loss: cross_entropy\n", mended);
        assertTrue(ModelReader.read("m.nn.yaml", mended).model().isPresent());
    }

    @Test
    void everySectionThatIsMissingCanBeAdded() throws Exception {
        String text = "backprop: 1\n";
        for (int i = 0; i < 3; i++) {
            text = TextChange.apply(
                    text,
                    ModelEdit.of(text).fix(problem(text, Code.MISSING).fixes().getFirst()));
        }
        assertTrue(
                ModelReader.read("m.nn.yaml", text).problems().stream()
                        .noneMatch(problem -> problem.code().equals(Code.MISSING.name())),
                text);
    }

    @Test
    void aLayerThatIsNeededEarlierIsMoved() throws Exception {
        String broken = MODEL.replace("- flatten\n", "- flatten: {inputs: [early]}\n")
                .replace("training:", "    - conv2d: {name: early, filters: 4, kernel: 5, inputs: [c]}\ntraining:");
        Fix fix = problem(broken, Code.LAYER_ORDER).fixes().getFirst();
        assertEquals("Move early before flatten_1", fix.label());
        String mended = TextChange.apply(broken, ModelEdit.of(broken).fix(fix));
        assertTrue(mended.indexOf("name: early") < mended.indexOf("- flatten"), mended);
    }

    @Test
    void placesOfOtherTextsGetNoFix() {
        List<Problem> problems = ModelReader.read("m.nn.yaml", null, MODEL, Map.of("training.epochs", "yes"))
                .problems();
        assertEquals(List.of(), problems.getFirst().fixes());
    }
}
