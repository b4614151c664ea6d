package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.random.Streams;
import org.backprop.runlog.tensor.BitMask;

/**
 * How a layer drops units at random: with which probability, which may change between two steps, and what it dropped
 * last. One for all batch sizes of a network and its twins.
 */
public final class Masking {

    private final int position;
    private final int units;
    private final boolean perSample;
    private final boolean drops;
    private double rate;
    private MaskReplay last;
    private long lastStep;
    private double lastRate;
    private int kept;
    private int drawn;

    /**
     * The way of one layer.
     *
     * @param rate probability of dropping a unit, in [0, 1)
     * @param position the layer's position in the model; it selects the random numbers
     * @param units units of a sample that are dropped or kept; 0 if the layer has noise in place of a mask
     * @param perSample whether each sample has a mask of its own, not one for the batch
     */
    Masking(double rate, int position, int units, boolean perSample) {
        this.rate = rate;
        this.position = position;
        this.units = units;
        this.perSample = perSample;
        drops = rate > 0;
    }

    /** Whether the layer was compiled to drop units: if its rate was 0, it does nothing for good. */
    public boolean drops() {
        return drops;
    }

    /** Probability of dropping a unit. */
    public double rate() {
        return rate;
    }

    /**
     * Changes the probability of dropping a unit, between two steps.
     *
     * @throws IllegalArgumentException if it is not in [0, 1), or the layer does not drop units
     */
    public void setRate(double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("the rate must be at least 0 and less than 1, is " + rate);
        }
        if (!drops) {
            throw new IllegalArgumentException("its rate was 0 when the training began, so it has no masks");
        }
        this.rate = rate;
    }

    /** Units of a sample that are dropped or kept; 0 if the layer has noise in place of a mask. */
    public int units() {
        return units;
    }

    /** Whether each sample has a mask of its own, not one for the batch. */
    public boolean perSample() {
        return perSample;
    }

    /** The probability as the kernels take it. */
    float kernelRate() {
        return Math.min((float) rate, Math.nextDown(1f));
    }

    /** The stream of the random numbers of a pass. */
    long stream(Pass pass) {
        return Streams.dropout(position, pass.maskStep());
    }

    /** Sets dropped elements to 0 and scales the others up; x may be y. The same in both directions. */
    void apply(Kernels kernels, Pass pass, View x, View y) {
        if (last == null || last.seed() != pass.seed()) {
            last = replay(pass.seed());
        }
        lastStep = pass.maskStep() + 1;
        lastRate = rate;
        drawn = x.length();
        long first = perSample ? (long) pass.firstRow() * units : 0;
        kept = kernels.dropout(pass.seed(), stream(pass), first, kernelRate(), x, y);
    }

    /** Takes note of a pass that was made elsewhere, with the present rate, at the global step {@code step}, from 1. */
    public void applied(long seed, long step, int keptThere, int drawnThere) {
        if (last == null || last.seed() != seed) {
            last = replay(seed);
        }
        lastStep = step;
        lastRate = rate;
        kept = keptThere;
        drawn = drawnThere;
    }

    /** The masks of a run with this seed. */
    public MaskReplay replay(long seed) {
        return new MaskReplay(seed, position, units, perSample);
    }

    /** Number of units that the last pass kept, of {@link #drawn}; each sample's counts. */
    public int kept() {
        return kept;
    }

    /** Number of units that the last pass kept or dropped; 0 before the first. */
    public int drawn() {
        return drawn;
    }

    /** The step whose random numbers the last pass used, from 1; 0 before the first. */
    public long maskStep() {
        return lastStep;
    }

    /**
     * The mask of the last pass.
     *
     * @param most the number of samples, if the batch has as many
     * @return as {@link MaskReplay#mask}
     * @throws IllegalStateException before the first pass
     */
    public BitMask lastMask(int most) {
        if (last == null) {
            throw new IllegalStateException("nothing was dropped yet");
        }
        return last.mask(lastStep, lastRate, Math.min(most, drawn / units));
    }
}
