package org.backprop.peers;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** {@code v = momentum v + g}; the update, which ND4J subtracts, is {@code rate v}. */
final class MomentumUpdater implements GradientUpdater<Momentum> {
    private static final String STATE = "v";

    private final Momentum config;
    private INDArray velocity;

    MomentumUpdater(Momentum config) {
        this.config = config;
    }

    @Override
    public Momentum getConfig() {
        return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
        velocity = state.get(STATE);
        if (initialize) {
            velocity.assign(0);
        }
    }

    @Override
    public Map<String, INDArray> getState() {
        return Map.of(STATE, velocity);
    }

    @Override
    public void setStateViewArray(INDArray viewArray, long[] shape, char order, boolean initialize) {
        velocity = viewArray.reshape(order, shape);
        if (initialize) {
            velocity.assign(0);
        }
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        velocity.muli(config.momentum()).addi(gradient);
        gradient.assign(velocity).muli(config.rate());
    }
}
