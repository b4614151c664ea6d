package org.backprop.engine.layers;

/**
 * What a pass through the network depends on besides its input. A trainer reuses one for all its steps, so nobody keeps
 * it.
 */
public final class Pass {

    /** A pass that only predicts. */
    public static final Pass INFERENCE = new Pass(false, 0, 0);

    private final boolean training;
    private final long seed;
    private long step;
    private long maskStep;
    private int firstRow;

    private Pass(boolean training, long seed, long step) {
        this.training = training;
        this.seed = seed;
        this.step = step;
        maskStep = step;
    }

    /**
     * A pass that trains.
     *
     * @param seed the run's seed
     * @param step number of steps made before this pass
     */
    public static Pass training(long seed, long step) {
        return new Pass(true, seed, step);
    }

    /** Changes the number of steps made before; only for a pass that trains. */
    public void moveTo(long step) {
        moveTo(step, step);
    }

    /** The same with the dropout masks of another step, the one after {@code maskStep} steps. */
    public void moveTo(long step, long maskStep) {
        if (!training) {
            throw new IllegalStateException("a pass that predicts belongs to no step");
        }
        this.step = step;
        this.maskStep = maskStep;
    }

    /** Says that the pass is of a part of a batch that begins at this row, a multiple of 4: its masks are those of the batch. */
    public void startAt(int row) {
        firstRow = row;
    }

    /** Row of the batch that the pass begins at; 0 where it is of a whole batch. */
    public int firstRow() {
        return firstRow;
    }

    /** Whether dropout is active and batch normalization takes the batch's statistics. */
    public boolean training() {
        return training;
    }

    /** The run's seed. */
    public long seed() {
        return seed;
    }

    /** Number of steps made before this pass. */
    public long step() {
        return step;
    }

    /** Number of steps made before the one whose dropout masks are used: {@link #step}, unless masks are frozen. */
    public long maskStep() {
        return maskStep;
    }
}
