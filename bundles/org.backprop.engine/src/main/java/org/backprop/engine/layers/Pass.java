package org.backprop.engine.layers;

/**
 * What a pass through the network depends on besides its input.
 *
 * @param training whether dropout is active
 * @param seed the run's seed
 * @param step number of steps made before this pass
 */
public record Pass(boolean training, long seed, long step) {

    /** A pass that only predicts. */
    public static final Pass INFERENCE = new Pass(false, 0, 0);
}
