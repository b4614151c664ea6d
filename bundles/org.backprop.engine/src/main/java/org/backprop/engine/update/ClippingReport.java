package org.backprop.engine.update;

import java.util.Arrays;
import java.util.List;

/**
 * What clipping did to the gradient of one update, for each part of it that is clipped by itself: a layer, or the
 * whole. Overwritten by the next update.
 */
public final class ClippingReport {

    /** The name of the whole gradient. */
    public static final String WHOLE = "";

    private final List<String> parts;
    private final double[] before;
    private final double[] after;
    private final double[] clipped;

    ClippingReport(List<String> parts) {
        this.parts = List.copyOf(parts);
        before = new double[parts.size()];
        after = new double[parts.size()];
        clipped = new double[parts.size()];
    }

    /** Names of the layers, or only {@link #WHOLE}. */
    public List<String> parts() {
        return parts;
    }

    /** Euclidean norm of a part of the gradient before clipping, with that of penalties. */
    public double normBefore(int part) {
        return before[part];
    }

    /** Euclidean norm of a part of the gradient after clipping, before noise. */
    public double normAfter(int part) {
        return after[part];
    }

    /** How much of a part was changed, in [0, 1]: of its elements, of its units, or 0 or 1 where it is scaled as one. */
    public double clipped(int part) {
        return clipped[part];
    }

    void clear() {
        Arrays.fill(before, 0);
        Arrays.fill(after, 0);
        Arrays.fill(clipped, 0);
    }

    void set(int part, double before, double after, double clipped) {
        this.before[part] = before;
        this.after[part] = after;
        this.clipped[part] = clipped;
    }
}
