package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.DropoutLayer;
import org.backprop.model.NllLoss;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

class AllocationTest {

    private static final int BATCH = 160;
    private static final int STEPS = 60;
    private static final int MAX_ROUNDS = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aStepOfTheFastKernelsAllocatesNothingOnTheHeap() {
        assumeTrue(
                FastKernels.obstacle().isEmpty(), () -> FastKernels.obstacle().orElse(""));
        TrainingSection settings =
                new TrainingSection(new NllLoss(), new Adam(0.001, 0.9, 0.999, 1e-8, 0), BATCH, 100_000, false, 1);
        Models layers = new Models()
                .add("hidden", Models.dense(64, Activation.RELU))
                .add("drop", new DropoutLayer(0.2))
                .add("tanh", Models.dense(30, Activation.TANH))
                .add("out", Models.dense(10, Activation.LOG_SOFTMAX));
        Network network = Network.compile(layers.build(settings), Shape.of(784), FastKernels.open(2), BATCH);
        Trainer trainer = new Trainer(network, settings, data(), Optional.empty());
        Rounds rounds = new Rounds(trainer);
        trainer.addListener(rounds);
        trainer.run();
        assertEquals(0, rounds.least, "bytes in " + STEPS + " steps");
    }

    /** One epoch is longer than the test, because between epochs the trainer may allocate. */
    private static Dataset data() {
        float[] features = new float[BATCH * 64 * 784];
        int[] labels = new int[BATCH * 64];
        Random random = new Random(1);
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextFloat();
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(10);
        }
        return new Dataset(Shape.of(784), features, labels, null, Collections.nCopies(10, "digit"));
    }

    /** Measures what rounds of steps allocate, in this thread and the kernels' own, until one allocates nothing. */
    private final class Rounds implements TrainingListener {

        private final Trainer trainer;
        private final long[] ids;
        private long before = Long.MAX_VALUE;
        private long least = Long.MAX_VALUE;

        Rounds(Trainer trainer) {
            this.trainer = trainer;
            ids = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread ->
                            thread == Thread.currentThread() || thread.getName().startsWith("backprop-kernels"))
                    .mapToLong(Thread::threadId)
                    .toArray();
        }

        @Override
        public void onStep(StepView step) {
            int inEpoch = step.stepInEpoch();
            if (inEpoch == 2) {
                before = allocated();
            } else if (inEpoch == 2 + STEPS) {
                least = Math.min(least, allocated() - before);
                if (least == 0 || step.epoch() == MAX_ROUNDS) {
                    trainer.stop();
                }
            }
        }

        private long allocated() {
            long sum = 0;
            for (long id : ids) {
                sum += threads.getThreadAllocatedBytes(id);
            }
            return sum;
        }
    }
}
