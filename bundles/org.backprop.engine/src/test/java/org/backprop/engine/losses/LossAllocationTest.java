package org.backprop.engine.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

class LossAllocationTest {

    private static final int CALLS = 200;
    private static final long TIMEOUT_NANOS = 30_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<LossContractTest.Case> cases() {
        return LossContractTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLossOfTheFastKernelsAllocatesNothingOnTheHeap(LossContractTest.Case of) {
        assumeTrue(
                FastKernels.obstacle().isEmpty(), () -> FastKernels.obstacle().orElse(""));
        BoundLoss loss = bind(of);
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        while (least > 0 && System.nanoTime() - start < TIMEOUT_NANOS) { // until all is compiled
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                loss.value();
                loss.gradient();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least, "bytes in " + CALLS + " calls");
    }

    private static BoundLoss bind(LossContractTest.Case of) {
        int batch = 16;
        int outputs = of.name().contains("single") ? 1 : 4;
        Kernels kernels = FastKernels.open(1);
        Loss loss = Losses.compile(of.spec(), Optional.empty(), outputs);
        int columns = loss.takesLabels() ? 1 : outputs;
        View output = kernels.allocate((long) batch * outputs).view(0, batch, outputs);
        View targets = kernels.allocate((long) batch * columns).view(0, batch, columns);
        View gradient = kernels.allocate((long) batch * outputs).view(0, batch, outputs);
        int length = Math.max(1, loss.workspace(batch, outputs));
        View workspace = kernels.allocate(length).view(0, 1, length);
        return loss.bind(new LossBinding(kernels, output, targets, gradient, workspace));
    }
}
