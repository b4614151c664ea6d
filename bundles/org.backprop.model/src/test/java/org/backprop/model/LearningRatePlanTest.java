package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class LearningRatePlanTest {

    private static TrainingSection training(String keys) {
        return ModelReader.read("m.nn.yaml", "training: {loss: mse, " + keys + "}\n")
                .training()
                .orElseThrow();
    }

    @Test
    void updatesFollowFromSamplesBatchesAndAccumulation() {
        LearningRatePlan plan =
                LearningRatePlan.of(training("batch_size: 10, epochs: 3"), 95).orElseThrow();
        assertEquals(10, plan.updatesPerEpoch());
        assertEquals(30, plan.updates());
        assertEquals(
                4,
                LearningRatePlan.of(training("batch_size: 10, accumulate: 3"), 95)
                        .orElseThrow()
                        .updatesPerEpoch());
        assertEquals(
                1,
                LearningRatePlan.of(training("batch_size: full"), 95)
                        .orElseThrow()
                        .updatesPerEpoch());
    }

    @Test
    void warmUpAndRestartsAreWhereTheScheduleHasThem() {
        LearningRatePlan plan = LearningRatePlan.of(
                        training(
                                "batch_size: 10, epochs: 7, optimizer: sgd, schedule: {cosine_restarts: {t0: 2, warmup: 1}}"),
                        100)
                .orElseThrow();
        assertEquals(10, plan.warmup());
        assertEquals(List.of(30L, 50L), plan.restarts(9));
        for (long restart : plan.restarts(9)) {
            assertTrue(plan.rate(restart) > plan.rate(restart - 1), "at " + restart);
        }
        assertTrue(plan.rate(0) < plan.rate(9));
    }

    @Test
    void aMinimizerHasNoLearningRateToPlan() {
        assertTrue(LearningRatePlan.of(training("optimizer: lbfgs, batch_size: full"), 10)
                .isEmpty());
    }
}
