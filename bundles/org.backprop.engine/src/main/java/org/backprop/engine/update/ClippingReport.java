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

    private static final int QUANTITIES = 3;

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

    /** The squares of the norms before and after, and what was clipped, part by part, so that several can be added. */
    public double[] sums() {
        double[] sums = new double[QUANTITIES * parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            sums[QUANTITIES * i] = before[i] * before[i];
            sums[QUANTITIES * i + 1] = after[i] * after[i];
            sums[QUANTITIES * i + 2] = clipped[i];
        }
        return sums;
    }

    /** Takes the root mean squares of the norms of several updates, and the mean of what they clipped. */
    public void setMeans(double[] sums, int updates) {
        for (int i = 0; i < parts.size(); i++) {
            set(
                    i,
                    Math.sqrt(sums[QUANTITIES * i] / updates),
                    Math.sqrt(sums[QUANTITIES * i + 1] / updates),
                    sums[QUANTITIES * i + 2] / updates);
        }
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
