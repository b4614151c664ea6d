package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;
import org.backprop.model.Window;

/**
 * {@code y = activation(conv(x, W) + b)}, sample by sample: the runs of the input are laid out in the cache, then tiles of y
 * are computed from them. The threads share the samples.
 */
final class ConvolutionForward implements Work {

    private final Team team;
    private final Convolutions convolutions;
    private final Workspace workspace;
    private Convolution convolution;
    private NativeView x;
    private NativeView y;
    private Activation activation;

    ConvolutionForward(Team team, Convolutions convolutions, Workspace workspace) {
        this.team = team;
        this.convolutions = convolutions;
        this.workspace = workspace;
    }

    /** Computes y; see {@link org.backprop.engine.kernels.Kernels#conv2dForward}. */
    void run(
            Window window,
            int groups,
            NativeView x,
            NativeView weight,
            NativeView bias,
            Activation activation,
            NativeView y) {
        this.x = x;
        this.y = y;
        this.activation = activation;
        convolution = convolutions.of(window, groups, x, weight);
        convolution.panels().pack(team, weight.address(), bias == null ? 0 : bias.address());
        workspace.reserve(team.size(), convolution.lowering().size());
        team.run(this, Sharing.pays(x.rows() * convolution.operations()));
    }

    @Override
    public void run(int part, int parts) {
        long scratch = workspace.of(part);
        Lowering lowering = convolution.lowering();
        int end = Work.end(x.rows(), 1, part, parts);
        for (int sample = Work.begin(x.rows(), 1, part, parts); sample < end; sample++) {
            if (lowering.isInPlace()) {
                compute(sample, x.row(sample));
            } else {
                lowering.copy(x.row(sample), convolution.inputPlaneBytes(), scratch);
                compute(sample, scratch);
            }
        }
    }

    private void compute(int sample, long runs) {
        int filters = convolution.groupFilters();
        int positions = convolution.positions();
        long group = convolution.groupChannels() * convolution.lowering().planeBytes();
        float floor = activation == Activation.RELU ? 0f : Float.NEGATIVE_INFINITY;
        for (int i = 0; i < convolution.groups(); i++) {
            long panels = convolution.panels().address(i);
            long result = Lanes.at(y.row(sample), (long) i * filters * positions);
            FilterProduct.multiply(
                    filters,
                    positions,
                    panels,
                    convolution.offsets(),
                    runs + i * group,
                    result,
                    Lanes.at(0, positions),
                    floor);
        }
        if (activation != Activation.RELU && activation != Activation.LINEAR) {
            Activations.forward(activation, y.row(sample), 0, y.row(sample), y.columns(), 0);
        }
    }
}
