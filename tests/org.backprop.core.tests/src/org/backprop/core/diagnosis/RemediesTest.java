package org.backprop.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.backprop.model.ModelReader;
import org.backprop.runlog.diagnosis.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemediesTest {
    private static final String MODEL = """
            # a comment at the top
            backprop: 1
            data:
              moons: {samples: 500}   # two half circles
            network:
              layers:
                - dense: {name: first, units: 16, activation: sigmoid}  # squashes
                - dense:
                    name: second
                    units: 16
                    activation: relu   # cuts off
                - dense: {name: scores, units: 2}
            training:
              loss: cross_entropy
              optimizer: {adam: {learning_rate: 0.02}}  # fast
            """;

    private static List<String> labels(Fault fault, String... layers) {
        return Remedies.of(fault, List.of(layers), MODEL).stream()
                .map(Remedy::label)
                .toList();
    }

    private static String first(Fault fault, String... layers) {
        return Remedies.of(fault, List.of(layers), MODEL).getFirst().apply(MODEL);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyRemedyChangesLittleAndLeavesAValidModel(Fault fault) {
        List<Remedy> remedies = Remedies.of(fault, List.of("first", "second"), MODEL);
        assertEquals(fault == Fault.LEAKING_SPLIT, remedies.isEmpty());
        for (Remedy remedy : remedies) {
            String edited = remedy.apply(MODEL);
            assertNotEquals(MODEL, edited, remedy.label());
            assertEquals(List.of(), ModelReader.read("test.nn.yaml", edited).problems(), remedy.label());
            for (String comment :
                    List.of("# a comment at the top", "# two half circles", "# squashes", "# cuts off", "# fast")) {
                assertTrue(edited.contains(comment), remedy.label());
            }
            assertFalse(remedy.label().contains("{"), remedy.label());
        }
    }

    @Test
    void vanishingGradientsGetRectifiers() {
        assertEquals(
                MODEL.replace("activation: sigmoid", "activation: relu"), first(Fault.VANISHING_GRADIENT, "first"));
        assertEquals(
                "Change the activation of 'first' to relu",
                labels(Fault.VANISHING_GRADIENT, "first").getFirst());
    }

    @Test
    void deadUnitsGetALeak() {
        assertEquals(MODEL.replace("activation: relu ", "activation: leaky_relu "), first(Fault.DEAD_UNITS, "second"));
    }

    @Test
    void explodingGradientsAreClipped() {
        String edited = first(Fault.EXPLODING_GRADIENT, "first");
        assertTrue(edited.endsWith("  clipping: {global_norm: 1.0}\n"), edited);
    }

    @Test
    void theLearningRateIsScaled() {
        assertEquals(MODEL.replace("0.02", "0.002"), first(Fault.HIGH_LEARNING_RATE));
        assertEquals(MODEL.replace("0.02", "0.2"), first(Fault.LOW_LEARNING_RATE));
        assertEquals(
                List.of("Divide the learning rate by 10, to 0.002", "Divide the learning rate by 3, to 0.0067"),
                labels(Fault.HIGH_LEARNING_RATE));
    }

    @Test
    void overfittingIsStoppedDroppedOrDecayed() {
        List<Remedy> remedies = Remedies.of(Fault.OVERFITTING, List.of(), MODEL);
        assertEquals(3, remedies.size());
        assertTrue(remedies.get(0).apply(MODEL).contains("early_stopping: {patience: 10, restore_best: true}"));
        assertTrue(remedies.get(1).apply(MODEL).contains("    - dropout: 0.5\n    - dense: {name: scores"));
        assertTrue(remedies.get(2).apply(MODEL).contains("adam: {learning_rate: 0.02, weight_decay: 0.0001}"));
    }

    @Test
    void classesAreBalanced() {
        assertTrue(first(Fault.CLASS_IMBALANCE).contains("order: weighted"));
    }

    @Test
    void whatIsThereAlreadyIsNotOffered() {
        String clipped = MODEL + "  clipping: {global_norm: 5.0}\n";
        assertTrue(Remedies.of(Fault.EXPLODING_GRADIENT, List.of("first"), clipped).stream()
                .noneMatch(remedy -> remedy.label().startsWith("Clip")));
    }

    @Test
    void aTextWithErrorsHasNoRemedy() {
        assertEquals(List.of(), Remedies.of(Fault.STALLED, List.of(), MODEL.replace("loss:", "los:")));
    }
}
