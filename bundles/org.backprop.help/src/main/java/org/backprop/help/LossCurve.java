package org.backprop.help;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.losses.BoundLoss;
import org.backprop.engine.losses.Loss;
import org.backprop.engine.losses.LossBinding;
import org.backprop.engine.losses.Losses;
import org.backprop.model.BceLoss;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.HingeLoss;
import org.backprop.model.HuberLoss;
import org.backprop.model.KlDivLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeLoss;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.PoissonLoss;

/** Draws the loss of one sample against what the network says about it. */
final class LossCurve {
    private static final int POINTS = 161;
    private static final double CERTAIN = 0.99;
    private static final double LARGE = 4;

    private final Kernels kernels;

    LossCurve(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Outputs of the network that depend on one number, and the target. */
    private record Sample(String name, DoubleFunction<float[]> outputs, float target) {}

    Curve of(LossSpec spec) {
        DoubleFunction<float[]> single = x -> new float[] {(float) x};
        DoubleFunction<float[]> logarithm = x -> new float[] {(float) Math.log(x)};
        return switch (spec) {
            case NllLoss nll ->
                curve(spec, "probability of the right class", 1 - CERTAIN, CERTAIN, new Sample("loss", this::two, 0));
            case CrossEntropyLoss entropy ->
                curve(
                        spec,
                        "logit of the right one of two classes, the other being 0",
                        -LARGE,
                        LARGE,
                        new Sample("loss", x -> new float[] {(float) x, 0}, 0));
            case MseLoss mse -> curve(spec, "y - t", -LARGE, LARGE, new Sample("loss", single, 0));
            case MaeLoss mae -> curve(spec, "y - t", -LARGE, LARGE, new Sample("loss", single, 0));
            case HuberLoss huber -> curve(spec, "y - t", -LARGE, LARGE, new Sample("loss", single, 0));
            case BceLoss bce ->
                curve(
                        spec,
                        "y",
                        1 - CERTAIN,
                        CERTAIN,
                        new Sample("target 1", single, 1),
                        new Sample("target 0", single, 0));
            case HingeLoss hinge ->
                curve(spec, "y", -LARGE, LARGE, new Sample("class 1", single, 1), new Sample("class 0", single, 0));
            case KlDivLoss divergence ->
                curve(
                        spec,
                        "predicted probability, of which y is the logarithm",
                        1 - CERTAIN,
                        CERTAIN,
                        new Sample("target 0.8", logarithm, 0.8F),
                        new Sample("target 0.3", logarithm, 0.3F));
            case PoissonLoss poisson ->
                curve(
                        spec,
                        "y, logarithm of the expected count",
                        -LARGE / 2,
                        LARGE / 2,
                        new Sample("count 1", single, 1),
                        new Sample("count 3", single, 3));
        };
    }

    private float[] two(double probability) {
        return new float[] {(float) Math.log(probability), (float) Math.log1p(-probability)};
    }

    private Curve curve(LossSpec spec, String x, double from, double to, Sample... samples) {
        List<Curve.Line> lines = java.util.stream.Stream.of(samples)
                .map(sample -> Curve.Line.of(sample.name(), from, to, POINTS, at -> value(spec, sample, at)))
                .toList();
        return new Curve(x, "loss", "The loss of one sample with default parameters.", lines);
    }

    private double value(LossSpec spec, Sample sample, double at) {
        float[] values = sample.outputs().apply(at);
        View output = view(values.length);
        View target = view(1);
        Loss loss = Losses.compile(spec, Optional.empty(), values.length);
        int length = loss.workspace(1, values.length);
        View workspace = length == 0 ? null : view(length);
        BoundLoss bound = loss.bind(new LossBinding(kernels, output, target, view(values.length), workspace));
        output.set(values);
        target.set(new float[] {sample.target()});
        return bound.value();
    }

    private View view(int columns) {
        return kernels.allocate(columns).view(0, 1, columns);
    }
}
