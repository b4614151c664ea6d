package org.backprop.engine.train;

import org.backprop.engine.curvature.Curvature;
import org.backprop.engine.curvature.NetworkCurvature;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.minimize.Objective;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.optimizers.DiagonalEstimate;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.update.Regularization;

/**
 * The loss of the batch that a plan holds, with penalties, as a function of the parameters that are trained. Masks are
 * those of the step; running statistics are moved by the step's own forward pass alone.
 */
final class BatchObjective implements Objective, DiagonalEstimate {

    private final Network network;
    private final Regularization regularization;
    private final Masks masks;
    private final StatisticsBackup statistics;
    private final View point;
    private final View gradient;
    private final BatchInParts parts;
    private Curvature curvature;
    private boolean curvatureIsCurrent;
    private boolean sharedIsKnown;
    private Plan plan;
    private Pass pass;

    /**
     * For a network with parameters.
     *
     * @param masks which parameters are kept: as a function, the loss has no others
     * @param parts what computes the batch's gradient if it has samples in common with the next one; null if not
     */
    BatchObjective(Network network, Regularization regularization, Masks masks, BatchInParts parts) {
        this.network = network;
        this.regularization = regularization;
        this.masks = masks;
        statistics = new StatisticsBackup(network);
        point = network.parameterVector().orElseThrow();
        gradient = network.gradientVector().orElseThrow();
        this.parts = parts;
    }

    /** Looks at a batch, after its gradient was computed. */
    void at(Plan batch, Pass passOfBatch) {
        plan = batch;
        pass = passOfBatch;
        curvatureIsCurrent = false;
        sharedIsKnown = true;
        statistics.keep();
    }

    @Override
    public Kernels kernels() {
        return network.kernels();
    }

    @Override
    public View point() {
        return point;
    }

    @Override
    public View gradient() {
        return gradient;
    }

    @Override
    public double value() {
        plan.forward(pass);
        statistics.restore();
        return plan.loss() + regularization.penalty();
    }

    @Override
    public double valueAndGradient() {
        double value = value();
        plan.backward(pass);
        regularization.addGradient();
        project(gradient);
        return value;
    }

    @Override
    public void pointChanged() {
        curvatureIsCurrent = false;
        sharedIsKnown = false;
    }

    @Override
    public void hessianProduct(View direction, View result) {
        curvature().hessianProduct(direction, result);
        regularization.addHessianProduct(direction, result);
        restrict(direction, result);
    }

    @Override
    public void gaussNewtonProduct(View direction, View result) {
        curvature().gaussNewtonProduct(direction, result);
        regularization.addHessianProduct(direction, result);
        restrict(direction, result);
    }

    /** Makes the matrix that of the parameters that are kept, with ones on the diagonal for the others. */
    private void restrict(View direction, View result) {
        if (masks.exist()) {
            masks.exchange(direction, result);
        }
    }

    @Override
    public boolean isFree(long element) {
        return masks.keeps(element);
    }

    @Override
    public void project(View vector) {
        if (masks.exist()) {
            masks.hold(vector);
        }
    }

    @Override
    public void sharedGradient(View result) {
        if (sharedIsKnown) {
            parts.recallShared();
        } else {
            parts.computeShared(pass);
            statistics.restore();
        }
        regularization.addGradient();
        project(gradient);
        network.kernels().copy(gradient, result);
    }

    @Override
    public void hutchinson(long draw, View result) {
        curvature().hutchinson(pass.seed(), draw, result);
    }

    @Override
    public void gaussNewtonBartlett(long draw, View result) {
        curvature().gaussNewtonBartlett(pass.seed(), draw, result);
    }

    private Curvature curvature() {
        if (curvature == null) {
            curvature = new NetworkCurvature(network);
        }
        if (!curvatureIsCurrent) {
            curvature.at(plan, pass);
            curvatureIsCurrent = true;
        }
        return curvature;
    }
}
