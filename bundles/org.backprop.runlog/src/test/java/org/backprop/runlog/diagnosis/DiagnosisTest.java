package org.backprop.runlog.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final long STEPS = 400;

    private final RandomGenerator random = new Random(1);

    private double noise() {
        return 1 + 0.3 * random.nextGaussian();
    }

    /** Two layers that learn as they should. */
    private RecordedRun healthy() {
        return layer(layer(new RecordedRun(), "hidden", 0.5, 0.002), "scores", 0.8, 0.003)
                .curve("loss/train", STEPS, step -> 2.3 * Math.exp(-step / 100.0) + 0.05 * noise());
    }

    private RecordedRun layer(RecordedRun run, String name, double gradient, double ratio) {
        return run.curve("gradient_norm/" + name, STEPS, step -> gradient * Math.abs(noise()))
                .curve("weight_norm/" + name, STEPS, step -> 5)
                .curve("update_ratio/" + name, STEPS, step -> ratio * Math.abs(noise()));
    }

    private static Finding only(Diagnosis diagnosis) {
        assertEquals(1, diagnosis.findings().size(), () -> diagnosis.findings().toString());
        return diagnosis.findings().getFirst();
    }

    private static Finding find(Diagnosis diagnosis, Fault fault) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.fault() == fault)
                .findFirst()
                .orElseThrow(() -> new AssertionError(diagnosis.findings()));
    }

    private static Check check(Diagnosis diagnosis, Fault fault) {
        return diagnosis.checks().stream()
                .filter(check -> check.fault() == fault)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHealthyRunHasNoFinding() {
        assertEquals(List.of(), healthy().diagnosis().findings());
    }

    @Test
    void everyFaultIsCheckedOnce() {
        List<Fault> checked = healthy().diagnosis().checks().stream()
                .map(Check::fault)
                .sorted()
                .toList();
        assertEquals(List.of(Fault.values()), checked);
    }

    @Test
    void whatIsNotRecordedIsSaid() {
        Check check = check(healthy().diagnosis(), Fault.DEAD_UNITS);
        assertFalse(check.isPossible());
        assertEquals("the run has not recorded dead/<layer>", check.missing());
    }

    @Test
    void theFirstStepsOfARunSayNothing() {
        Diagnosis diagnosis = layer(new RecordedRun(), "hidden", 1, 1)
                .curve("loss/train", 19, step -> step * 1e6)
                .curve("gradient_norm/hidden", 19, step -> 1e12)
                .curve("update_ratio/hidden", 19, step -> 5)
                .curve("weight_norm/hidden", 19, step -> 5)
                .running()
                .diagnosis();
        assertEquals(List.of(), diagnosis.findings());
    }

    @Test
    void aGradientThatFadesTowardsTheInputVanishes() {
        RecordedRun run = layer(layer(new RecordedRun(), "first", 1e-7, 1e-3), "middle", 1e-2, 1e-3);
        Finding finding = only(layer(run, "last", 1, 1e-3).diagnosis());
        assertEquals(Fault.VANISHING_GRADIENT, finding.fault());
        assertEquals(List.of("first"), finding.layers());
        assertEquals("gradient_norm/first", finding.evidence().getFirst().tag());
        assertEquals(1, finding.firstStep());
    }

    @Test
    void aGradientThatIsSmallBehindDoesNotVanish() {
        RecordedRun run = layer(layer(new RecordedRun(), "first", 1, 1e-3), "last", 1e-7, 1e-3);
        assertEquals(List.of(), run.diagnosis().findings());
    }

    @Test
    void theStepSinceWhichAFaultIsThereIsFoundToATwentieth() {
        RecordedRun run = layer(healthy(), "hidden", 1, 0.002)
                .curve("gradient_norm/hidden", STEPS, step -> step <= 200 ? 0.5 : 1e-6);
        Finding finding = find(run.diagnosis(), Fault.VANISHING_GRADIENT);
        assertEquals(200, finding.firstStep(), STEPS / 20.0);
        assertEquals(STEPS, finding.lastStep());
    }

    @Test
    void aFaultThatHasPassedIsNone() {
        RecordedRun run = healthy().curve("gradient_norm/hidden", STEPS, step -> step <= 350 ? 1e-6 : 0.5);
        assertEquals(List.of(), run.diagnosis().findings());
    }

    @Test
    void aGradientFarGreaterThanTheWeightsExplodes() {
        Finding finding = only(layer(healthy(), "hidden", 5000, 0.002).diagnosis());
        assertEquals(Fault.EXPLODING_GRADIENT, finding.fault());
        assertEquals(List.of("hidden"), finding.layers());
    }

    @Test
    void aGradientThatLeapsExplodes() {
        RecordedRun run = healthy().curve("gradient_norm/hidden", STEPS, step -> step == 380 ? 90 : 0.1);
        assertEquals(Fault.EXPLODING_GRADIENT, only(run.diagnosis()).fault());
    }

    @Test
    void anInfiniteGradientExplodes() {
        RecordedRun run =
                healthy().curve("gradient_norm/hidden", STEPS, step -> step > 300 ? Double.POSITIVE_INFINITY : 1);
        assertEquals(Fault.EXPLODING_GRADIENT, only(run.diagnosis()).fault());
    }

    @Test
    void deadAndSaturatedUnitsAreFoundByLayer() {
        Diagnosis diagnosis = healthy()
                .curve("dead/hidden", STEPS, 20, step -> 0.7)
                .curve("dead/scores", STEPS, 20, step -> 0.1)
                .curve("saturated/scores", STEPS, 20, step -> 0.9)
                .diagnosis();
        assertEquals(2, diagnosis.findings().size());
        assertEquals(Fault.DEAD_UNITS, diagnosis.of("hidden").getFirst().fault());
        assertEquals(Fault.SATURATED_UNITS, diagnosis.of("scores").getFirst().fault());
        assertTrue(diagnosis.of("hidden").getFirst().message().contains("70 % of the units of 'hidden'"));
    }

    @Test
    void weightsThatNoGradientReachesDoNotChange() {
        RecordedRun run = healthy()
                .curve("gradient_norm/hidden", STEPS, step -> 0)
                .curve("update_ratio/hidden", STEPS, step -> 0);
        Finding finding = only(run.diagnosis());
        assertEquals(Fault.UNCHANGED_WEIGHTS, finding.fault());
        assertTrue(finding.message().contains("no gradient reaches 'hidden'"), finding.message());
    }

    @Test
    void aLossThatDoesNotFallHasStalled() {
        RecordedRun run = healthy().curve("loss/train", STEPS, step -> 2.3 + 0.01 * noise());
        assertEquals(Fault.STALLED, only(run.diagnosis()).fault());
    }

    @Test
    void aLossThatFellAndRestsHasNotStalled() {
        RecordedRun run = healthy().curve("loss/train", STEPS, step -> step < 40 ? 2.3 : 0.4);
        assertEquals(List.of(), run.diagnosis().findings());
    }

    @Test
    void aRunFromTrainedWeightsIsNotCheckedForStalling() {
        Diagnosis diagnosis = healthy()
                .network("weights", "before.safetensors")
                .curve("loss/train", STEPS, step -> 0.1)
                .diagnosis();
        assertEquals(
                "the run started from trained weights",
                check(diagnosis, Fault.STALLED).missing());
    }

    @Test
    void aRisingLossDiverges() {
        RecordedRun run = healthy().curve("loss/train", STEPS, step -> 2.3 + step / 20.0);
        assertEquals(Fault.DIVERGING, only(run.diagnosis()).fault());
    }

    @Test
    void aRunThatEndedWithoutANumberIsLost() {
        String message = "training diverged: the loss is NaN at epoch 1, step 401; the first layer is 'h4'. Try this.";
        Finding finding = only(healthy().failed(message).diagnosis());
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(
                "The training has diverged: the loss is NaN at epoch 1, step 401; the first layer is 'h4'.",
                finding.message());
    }

    @Test
    void greatUpdatesWithoutProgressAreAHighLearningRate() {
        RecordedRun run = layer(layer(new RecordedRun(), "hidden", 0.5, 0.1), "scores", 0.5, 0.2)
                .curve("learning_rate", STEPS, step -> 0.25)
                .curve("loss/train", STEPS, step -> 2 * noise());
        Finding finding = find(run.diagnosis(), Fault.HIGH_LEARNING_RATE);
        assertTrue(finding.message().startsWith("The learning rate of 0.250 is too high"), finding.message());
    }

    @Test
    void greatUpdatesWithProgressAreNone() {
        RecordedRun run = layer(layer(new RecordedRun(), "hidden", 0.5, 0.1), "scores", 0.5, 0.2)
                .curve("loss/train", STEPS, step -> 2.3 * Math.exp(-step / 100.0));
        assertEquals(List.of(), run.diagnosis().findings());
    }

    @Test
    void minimizersHaveNoLearningRateToCheck() {
        Diagnosis diagnosis =
                healthy().training("optimizer", Map.of("lbfgs", Map.of())).diagnosis();
        assertFalse(check(diagnosis, Fault.HIGH_LEARNING_RATE).isPossible());
        assertFalse(check(diagnosis, Fault.LOW_LEARNING_RATE).isPossible());
    }

    @Test
    void updatesThatHardlyMoveAnyLayerAreALowLearningRate() {
        RecordedRun run = layer(layer(new RecordedRun(), "hidden", 0.5, 1e-6), "scores", 0.5, 2e-6);
        assertEquals(Fault.LOW_LEARNING_RATE, only(run.diagnosis()).fault());
    }

    @Test
    void aRateThatWarmsUpIsNotTooLow() {
        RecordedRun run = layer(layer(new RecordedRun(), "hidden", 0.5, 1e-6), "scores", 0.5, 2e-6)
                .curve("loss/train", 60, step -> 2)
                .curve("update_ratio/hidden", 60, step -> 1e-6)
                .curve("update_ratio/scores", 60, step -> 1e-6)
                .curve("gradient_norm/hidden", 60, step -> 1)
                .curve("gradient_norm/scores", 60, step -> 1)
                .curve("weight_norm/hidden", 60, step -> 1)
                .curve("weight_norm/scores", 60, step -> 1)
                .running();
        assertEquals(List.of(), run.diagnosis().findings());
    }

    private RecordedRun overfitting() {
        return healthy()
                .curve("loss/train", STEPS, step -> 2.3 * Math.exp(-step / 60.0))
                .curve("loss/validation", STEPS, 40, step -> 1.5 - 0.5 * Math.sin(step / 120.0 * Math.PI / 2));
    }

    @Test
    void aRisingValidationLossIsOverfitting() {
        Finding finding = only(overfitting().diagnosis());
        assertEquals(Fault.OVERFITTING, finding.fault());
        assertEquals(120, finding.firstStep());
    }

    @Test
    void earlyStoppingThatRestoresTheBestEpochDealsWithOverfitting() {
        RecordedRun run =
                overfitting().training("stopping", List.of(Map.of("early_stopping", Map.of("restore_best", true))));
        assertEquals(List.of(), run.diagnosis().findings());
    }

    @Test
    void samplesInTwoSetsLeak() {
        Finding finding = only(healthy()
                .curve("data/duplicates/validation", 1, step -> 0.25)
                .curve("data/duplicates/test", 1, step -> 0.001)
                .diagnosis());
        assertEquals(Fault.LEAKING_SPLIT, finding.fault());
        assertTrue(finding.message().contains("25.0 % of the validation samples"), finding.message());
    }

    @Test
    void rareClassesAreImbalanced() {
        assertEquals(
                Fault.CLASS_IMBALANCE,
                only(healthy().counts("data/classes/train", 900, 20, 80).diagnosis())
                        .fault());
        assertEquals(
                List.of(),
                healthy().counts("data/classes/train", 900, 100).diagnosis().findings());
    }

    @Test
    void weightedClassesAreNotImbalanced() {
        RecordedRun run = healthy().counts("data/classes/train", 900, 20);
        assertEquals(
                List.of(),
                run.training("order", Map.of("weighted", Map.of())).diagnosis().findings());
        run = healthy()
                .counts("data/classes/train", 900, 20)
                .training("loss", Map.of("nll", Map.of("class_weights", List.of(1, 40))));
        assertEquals(List.of(), run.diagnosis().findings());
    }

    @Test
    void theGravestFindingComesFirst() {
        Diagnosis diagnosis = layer(healthy(), "hidden", 5000, 0.002)
                .failed("training diverged: the loss is NaN.")
                .diagnosis();
        assertEquals(
                List.of(Fault.DIVERGING, Fault.EXPLODING_GRADIENT),
                diagnosis.findings().stream().map(Finding::fault).toList());
    }

    @Test
    void aRunWithoutAnythingIsNotAFault() {
        assertEquals(List.of(), new RecordedRun().running().diagnosis().findings());
    }
}
