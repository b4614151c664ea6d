package org.backprop.engine.run;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;
import org.backprop.engine.network.NetworkMemory;

import com.sun.management.OperatingSystemMXBean;

/**
 * The memory that a training needs, in bytes, known before it starts. Resuming one needs its checkpoint once more while
 * that is read.
 *
 * @param batch samples in a batch
 * @param parameters parameters and their gradients
 * @param optimizer state of the optimizer
 * @param activations activations and their gradients for one batch
 * @param data all samples
 * @param program the Java virtual machine and its libraries
 */
public record MemoryEstimate(int batch, long parameters, long optimizer, long activations, long data, long program) {

    private static final long PROGRAM = 256L << 20;
    private static final double GIGABYTE = 1e9;

    /**
     * The memory of a training.
     *
     * @param optimizer bytes that the optimizer and what surrounds it need
     */
    static MemoryEstimate of(NetworkMemory network, long optimizer, int batch, Splits splits) {
        return of(network, optimizer, batch, bytes(splits.train()) + bytes(splits.validation()) + bytes(splits.test()));
    }

    /** The same, where only the size of the data is known. */
    static MemoryEstimate of(NetworkMemory network, long optimizer, int batch, long data) {
        long parameters = network.parameters();
        return new MemoryEstimate(
                batch, 2 * parameters + network.frozen(), optimizer, network.activations(), data, PROGRAM);
    }

    private static long bytes(Dataset data) {
        long features = data.inMemory() ? (long) data.count() * data.width() : 0;
        boolean reconstructs = data.inMemory() && data.targets() != null && data.targets() == data.features();
        long targets = data.labels() == null ? data.targets().length : data.labels().length;
        return Float.BYTES * (features + (reconstructs ? 0 : targets));
    }

    /** The sum. */
    public long total() {
        return parameters + optimizer + activations + data + program;
    }

    /** Bytes that this machine, or the container that this process runs in, has. */
    public static long available() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    /**
     * Refuses a training that cannot fit.
     *
     * @param available bytes that there are
     * @throws BackendException if the total is greater; the message has the parts and what would fit
     */
    void check(long available) throws BackendException {
        if (total() > available) {
            throw new BackendException("the training needs about " + text(total()) + " of memory, this machine has "
                    + text(available) + ". Parameters and gradients take " + text(parameters) + ", the optimizer "
                    + text(optimizer) + ", activations " + text(activations) + " at a batch of " + batch + ", data "
                    + text(data) + "; " + advice(available));
        }
    }

    /**
     * Refuses data that cannot fit on the Java heap, where it is held.
     *
     * @param heap bytes that the heap may take
     */
    void checkHeap(long heap) throws BackendException {
        if (data > heap) {
            throw new BackendException("the data takes about " + text(data) + ", but Java may use " + text(heap)
                    + ": use fewer samples, or give Java more with -Xmx");
        }
    }

    /** The greatest batch with which the training needs at most {@code available} bytes; 0 if there is none. */
    public long largestBatch(long available) {
        double left = (double) available - (total() - activations);
        return Math.max(0, (long) (left / activations * batch));
    }

    private String advice(long available) {
        long fitting = largestBatch(available);
        return fitting < 1 ? "no batch size fits: make the network smaller" : "a batch of " + fitting + " would fit";
    }

    /** Bytes for people, such as {@code 1.6 GB}. */
    public static String text(long bytes) {
        return bytes < GIGABYTE / 10
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }

    @Override
    public String toString() {
        return "about " + text(total()) + " of memory";
    }
}
