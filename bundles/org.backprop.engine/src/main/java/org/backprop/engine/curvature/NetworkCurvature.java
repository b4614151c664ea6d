package org.backprop.engine.curvature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.curvature.TangentKernels.Mode;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.random.Streams;
import org.backprop.model.Model;
import org.backprop.model.Shape;

/**
 * The curvature of a network's loss, computed by its twin on {@link TangentKernels}, which has twice the network's memory.
 * Where a loss is fused with the last activation (log_softmax before nll), that counts as part of the loss, not of the
 * network. After the first calls for a batch size nothing is allocated on the heap.
 */
public final class NetworkCurvature implements Curvature {

    private static final Program SIGNS = signs();
    private static final Program PRODUCT = product();
    private static final Program SCALED_SQUARE = scaledSquare();

    private final Network network;
    private final Kernels kernels;
    private final TangentKernels tangentKernels;
    private final Network twin;
    private final List<View> state;
    private final List<View> twinState;
    private final View direction;
    private final View gradient;
    private final View product;
    private final OutputCurvature outputs;
    private final PredictedLabels predictedLabels = new PredictedLabels();
    private final View[] one = new View[1];
    private final View[] two = new View[2];
    private final float[] scale = new float[1];
    private View targets;
    private Plan plan;
    private Pass pass;

    /**
     * Makes the twin of a network.
     *
     * @throws IllegalArgumentException if the network has no parameters that are trained
     */
    public NetworkCurvature(Network network) {
        this.network = network;
        kernels = network.kernels();
        tangentKernels = new TangentKernels(kernels);
        twin = network.twin(tangentKernels);
        state = state(network);
        twinState = state(twin);
        TangentView all = TangentView.of(twin.parameterVector().orElseThrow(NetworkCurvature::noParameters));
        TangentView gradients = TangentView.of(twin.gradientVector().orElseThrow());
        direction = all.tangent();
        gradient = gradients.value();
        product = gradients.tangent();
        outputs = new OutputCurvature(tangentKernels, network.activationInLoss());
        Plan largest = twin.plan(network.maxBatch());
        TangentView.of(largest.input()).hold();
        TangentView.of(largest.targets()).hold();
        twin.frozenVector().ifPresent(view -> TangentView.of(view).hold());
    }

    /**
     * Bytes outside the Java heap that the curvature of a network will take, beside the network itself.
     *
     * @param input shape of one sample
     * @param maxBatch samples of the largest batch
     * @throws IllegalArgumentException if the network has no parameters that are trained
     */
    public static long memory(Model model, Shape input, int maxBatch) {
        Rehearsal rehearsal = new Rehearsal();
        Network network = Network.compile(model, input, rehearsal.kernels(), maxBatch);
        View vector = network.parameterVector().orElseThrow(NetworkCurvature::noParameters);
        long before = rehearsal.bytes();
        NetworkCurvature curvature = new NetworkCurvature(network);
        curvature.at(network.plan(maxBatch), Pass.training(0, 0));
        curvature.hessianProduct(vector, vector);
        if (curvature.diagonalObstacle().isEmpty()) {
            curvature.diagonal(vector);
        }
        return rehearsal.bytes() - before;
    }

    private static IllegalArgumentException noParameters() {
        return new IllegalArgumentException("a network without parameters has no curvature");
    }

    private static List<View> state(Network network) {
        return Stream.of(network.parameterVector(), network.frozenVector(), network.statisticsVector())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Program signs() {
        Formula formula = new Formula();
        Term zeroOrTwo = formula.operand();
        return formula.set(zeroOrTwo, zeroOrTwo.minus(1)).program();
    }

    private static Program product() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term to = formula.operand();
        return formula.set(to, to.times(x)).program();
    }

    private static Program scaledSquare() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term to = formula.operand();
        return formula.set(to, x.squared().times(formula.scalar())).program();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the pass does not train
     */
    @Override
    public void at(Plan plan, Pass pass) {
        if (!pass.training()) {
            throw new IllegalArgumentException("the curvature is that of a pass that trains");
        }
        this.plan = twin.plan(plan.input().rows());
        targets = plan.targets();
        copy(plan.input(), this.plan.input());
        copy(targets, this.plan.targets());
        for (int i = 0; i < state.size(); i++) {
            copy(state.get(i), twinState.get(i));
        }
        if (this.pass == null || this.pass.seed() != pass.seed()) {
            this.pass = Pass.training(pass.seed(), pass.step());
        }
        this.pass.moveTo(pass.step(), pass.maskStep());
    }

    private void copy(View from, View to) {
        kernels.copy(from, TangentView.value(to));
    }

    @Override
    public void hessianProduct(View direction, View result) {
        kernels.copy(direction, this.direction);
        differentiateGradient();
        kernels.copy(product, result);
    }

    /** Computes the gradient and its tangent. */
    private void differentiateGradient() {
        tangentKernels.compute(Mode.TANGENTS);
        plan.forward(pass);
        plan.backward(pass);
    }

    @Override
    public void gaussNewtonProduct(View direction, View result) {
        kernels.copy(direction, this.direction);
        tangentKernels.compute(Mode.TANGENTS);
        plan.forward(pass);
        plan.differentiateLoss();
        TangentView outputs = TangentView.of(plan.outputGradient());
        kernels.copy(outputs.tangent(), outputs.value());
        tangentKernels.compute(Mode.VALUES);
        plan.propagate(pass);
        kernels.copy(gradient, result);
    }

    /** Why there is no {@link #diagonal} of this network, for people; empty if there is. */
    public Optional<String> diagonalObstacle() {
        return network.layersWithoutDiagonal().stream()
                .findFirst()
                .map(layer -> "the diagonal of the Hessian cannot be sent back through the layer '" + layer
                        + "'; take the estimate 'hutchinson'");
    }

    /**
     * {@inheritDoc} It is the positive approximation of Levenberg and Marquardt: second derivatives of the activations,
     * which the paper has in its equations 8 and 9, are left out.
     */
    @Override
    public void diagonal(View result) {
        diagonalObstacle().ifPresent(obstacle -> {
            throw new UnsupportedOperationException(obstacle);
        });
        tangentKernels.compute(Mode.VALUES);
        plan.forward(pass);
        tangentKernels.compute(Mode.TANGENTS);
        outputs.compute(plan);
        tangentKernels.compute(Mode.SQUARES);
        plan.propagate(pass);
        kernels.copy(gradient, result);
    }

    @Override
    public void hutchinson(long seed, long draw, View result) {
        kernels.fill(direction, 1);
        kernels.dropout(seed, Streams.curvatureSigns(draw), 0, 0.5f, direction, direction);
        one[0] = direction;
        kernels.evaluate(SIGNS, Program.NO_SCALARS, one, null);
        differentiateGradient();
        kernels.copy(product, result);
        two[0] = direction;
        two[1] = result;
        kernels.evaluate(PRODUCT, Program.NO_SCALARS, two, null);
    }

    @Override
    public void gaussNewtonBartlett(long seed, long draw, View result) {
        if (!network.classifies()) {
            throw new UnsupportedOperationException(
                    "this loss takes no labels that could be drawn from predictions; take the estimate 'hutchinson'");
        }
        tangentKernels.compute(Mode.VALUES);
        plan.forward(pass);
        predictedLabels.draw(seed, Streams.curvatureLabels(draw), plan.output(), plan.targets());
        plan.backward(pass);
        copy(targets, plan.targets());
        scale[0] = plan.input().rows();
        two[0] = gradient;
        two[1] = result;
        kernels.evaluate(SCALED_SQUARE, scale, two, null);
    }
}
