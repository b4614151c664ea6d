package org.backprop.engine.train;

/** The loss became NaN or infinite. The parameters are as they were before the failed step. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String layer;
    private final int epoch;
    private final long step;

    DivergedException(String layer, int epoch, long step, double loss) {
        super("training diverged: the loss is " + loss + " at epoch " + epoch + ", step " + step
                + "; the first layer with a value that is not finite is '" + layer
                + "'. Try a lower learning rate, and check the data for extreme values.");
        this.layer = layer;
        this.epoch = epoch;
        this.step = step;
    }

    /** Name of the first layer, in order of the model, whose parameters or outputs are not finite; "loss" if none. */
    public String layer() {
        return layer;
    }

    /** Epoch of the failed step, counted from 1. */
    public int epoch() {
        return epoch;
    }

    /** Global number of the failed step, counted from 1. */
    public long step() {
        return step;
    }
}
