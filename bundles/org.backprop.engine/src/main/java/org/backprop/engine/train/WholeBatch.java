package org.backprop.engine.train;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Plan;

/** All samples of a batch at once. */
final class WholeBatch extends LocalBatch {

    private Plan plan;

    WholeBatch(Batches batches) {
        super(batches);
    }

    @Override
    public void forward(Plan batch, Pass pass) {
        plan = batch;
        plan.forward(pass);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public double loss() {
        return plan.loss();
    }

    @Override
    public int correct() {
        return plan.correct();
    }

    @Override
    public void backward(Pass pass) {
        plan.backward(pass);
    }
}
