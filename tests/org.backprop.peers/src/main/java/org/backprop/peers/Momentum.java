package org.backprop.peers;

import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Momentum without look-ahead, as {@code torch.optim.SGD}; ND4J has Nesterov's only.
 *
 * @param rate learning rate
 * @param momentum factor of the former update
 */
record Momentum(double rate, double momentum) implements IUpdater {

    @Override
    public long stateSize(long numParams) {
        return numParams;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(INDArray viewArray, boolean initialize) {
        MomentumUpdater updater = new MomentumUpdater(this);
        updater.setStateViewArray(viewArray, viewArray.shape(), viewArray.ordering(), initialize);
        return updater;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(Map<String, INDArray> state, boolean initialize) {
        MomentumUpdater updater = new MomentumUpdater(this);
        updater.setState(state, initialize);
        return updater;
    }

    @Override
    public Momentum clone() {
        return this;
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double learningRate, ISchedule schedule) {
        throw new UnsupportedOperationException("the learning rate is fixed");
    }
}
