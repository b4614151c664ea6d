package org.backprop.engine.train;

import org.backprop.engine.curvature.Curvature;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.minimize.Objective;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.optimizers.DiagonalEstimate;
import org.backprop.engine.update.Regularization;

/**
 * The loss of the batch that a plan holds, with penalties, as a function of the parameters that are trained. Masks are
 * those of the step; running statistics are moved by the step's own forward pass alone.
 */
final class BatchObjective implements Objective, DiagonalEstimate {

    private final Network network;
    private final Regularization regularization;
    private final StatisticsBackup statistics;
    private final View point;
    private final View gradient;
    private final int shared;
    private final Buffer sharedInputs;
    private final Buffer sharedTargets;
    private Curvature curvature;
    private boolean curvatureIsCurrent;
    private Plan plan;
    private Pass pass;

    /**
     * For a network with parameters.
     *
     * @param shared number of samples at the end of a batch that the next one begins with, 0 if none
     */
    BatchObjective(Network network, Regularization regularization, int shared) {
        this.network = network;
        this.regularization = regularization;
        this.shared = shared;
        statistics = new StatisticsBackup(network);
        point = network.parameterVector().orElseThrow();
        gradient = network.gradientVector().orElseThrow();
        sharedInputs = shared == 0 ? null : network.kernels().allocate((long) shared * network.inputs());
        sharedTargets = shared == 0 ? null : network.kernels().allocate((long) shared * network.targetColumns());
    }

    /** Looks at a batch, after a forward pass. */
    void at(Plan batch, Pass passOfBatch) {
        plan = batch;
        pass = passOfBatch;
        curvatureIsCurrent = false;
        statistics.keep();
        if (shared > 0) {
            keepShared();
        }
    }

    private void keepShared() {
        int rows = Math.min(shared, plan.input().rows());
        network.kernels().copy(last(plan.input(), rows), sharedInputs.view(0, rows, network.inputs()));
        network.kernels().copy(last(plan.targets(), rows), sharedTargets.view(0, rows, network.targetColumns()));
    }

    private static View last(View view, int rows) {
        long before = (long) (view.rows() - rows) * view.columns();
        return view.buffer().view(view.offset() + before, rows, view.columns());
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
        return value;
    }

    @Override
    public void pointChanged() {
        curvatureIsCurrent = false;
    }

    @Override
    public void hessianProduct(View direction, View result) {
        curvature().hessianProduct(direction, result);
        regularization.addHessianProduct(direction, result);
    }

    @Override
    public void gaussNewtonProduct(View direction, View result) {
        curvature().gaussNewtonProduct(direction, result);
        regularization.addHessianProduct(direction, result);
    }

    @Override
    public void sharedGradient(View result) {
        int rows = Math.min(shared, plan.input().rows());
        Plan part = network.plan(rows);
        network.kernels().copy(sharedInputs.view(0, rows, network.inputs()), part.input());
        network.kernels().copy(sharedTargets.view(0, rows, network.targetColumns()), part.targets());
        part.forward(pass);
        statistics.restore();
        part.backward(pass);
        regularization.addGradient();
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
            throw new UnsupportedOperationException("second derivatives");
        }
        if (!curvatureIsCurrent) {
            curvature.at(plan, pass);
            curvatureIsCurrent = true;
        }
        return curvature;
    }
}
