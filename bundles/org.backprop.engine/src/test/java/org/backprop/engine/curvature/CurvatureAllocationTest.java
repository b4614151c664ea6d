package org.backprop.engine.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.LossSpec;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.NllLoss;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

class CurvatureAllocationTest {

    private static final int BATCH = 16;
    private static final int CALLS = 20;
    private static final long TIMEOUT_NANOS = 30_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A network; name for the report. */
    record Case(String name, Shape input, LossSpec loss, Models layers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "dense layers",
                        Shape.of(12),
                        new NllLoss(),
                        new Models()
                                .add("hidden", Models.dense(16, Activation.TANH))
                                .add("drop", new DropoutLayer(0.2))
                                .add("gelu", Models.dense(16, Activation.GELU))
                                .add("out", Models.dense(3, Activation.LOG_SOFTMAX))),
                new Case(
                        "images",
                        Shape.of(1, 8, 8),
                        new CrossEntropyLoss(),
                        new Models()
                                .add("conv", Models.conv2d(4, 3, Activation.RELU))
                                .add("norm", Models.batchNorm())
                                .add("pool", new MaxPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                                .add("flatten", new FlattenLayer())
                                .add("out", Models.dense(3, Activation.LINEAR))),
                new Case(
                        "sequences",
                        Shape.of(3, 4),
                        new CrossEntropyLoss(),
                        new Models()
                                .add("lstm", new LstmLayer(6, false, true))
                                .add("out", Models.dense(3, Activation.LINEAR))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAndEstimatesAllocateNothingOnTheHeap(Case of) {
        assumeTrue(
                FastKernels.obstacle().isEmpty(), () -> FastKernels.obstacle().orElse(""));
        Network network = Network.compile(of.layers().build(of.loss(), 1), of.input(), FastKernels.open(1), BATCH);
        Plan plan = network.plan(BATCH);
        Pass pass = Pass.training(1, 0);
        int count = network.parameterVector().orElseThrow().length();
        View direction = network.kernels().allocate(count).view(0, 1, count);
        View result = network.kernels().allocate(count).view(0, 1, count);
        network.kernels().fill(direction, 1);
        Curvature curvature = new NetworkCurvature(network);
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        while (least > 0 && System.nanoTime() - start < TIMEOUT_NANOS) { // until all is compiled
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                pass.moveTo(i);
                curvature.at(plan, pass);
                curvature.hessianProduct(direction, result);
                curvature.gaussNewtonProduct(direction, result);
                curvature.hutchinson(1, i, result);
                curvature.gaussNewtonBartlett(1, i, result);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes in " + CALLS + " rounds");
    }
}
