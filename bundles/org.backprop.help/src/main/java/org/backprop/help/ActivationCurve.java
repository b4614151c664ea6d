package org.backprop.help;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.Network;
import org.backprop.model.Activation;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;

/** Draws activation functions, as a network of that one layer computes them. */
final class ActivationCurve {
    private static final int UNITS = 2;
    private static final int POINTS = 162;
    private static final double BOUND = 8;
    private static final double SHOWN = 4;

    private static final String MODEL = """
            backprop: 1
            data: {xor: {}}
            network:
              layers:
                - activation: %s
            training: {loss: mse}
            """;

    private final Kernels kernels;

    ActivationCurve(Kernels kernels) {
        this.kernels = kernels;
    }

    Curve of(Activation function) {
        if (function.acrossUnits()) {
            return new Curve("x₁", "f(x)", "The outputs for x = (x₁, 0).", acrossUnits(function));
        }
        double bound = function == Activation.RELU6 ? BOUND : SHOWN;
        double[] x = points(bound);
        Curve.Line line = new Curve.Line(function.key(), x, apply(function, x));
        return new Curve("x", "f(x)", function.key(), List.of(line));
    }

    private List<Curve.Line> acrossUnits(Activation function) {
        double[] x = points(SHOWN);
        double[] inputs = new double[UNITS * x.length];
        for (int i = 0; i < x.length; i++) {
            inputs[UNITS * i] = x[i];
        }
        double[] outputs = apply(function, inputs);
        return IntStream.range(0, UNITS)
                .mapToObj(unit -> new Curve.Line(
                        "f" + "₁₂".charAt(unit),
                        x,
                        IntStream.range(0, x.length)
                                .mapToDouble(i -> outputs[UNITS * i + unit])
                                .toArray()))
                .toList();
    }

    private static double[] points(double bound) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> bound * (2.0 * i / (POINTS - 1) - 1))
                .toArray();
    }

    /** The outputs of a layer for samples of two values each, one sample after the other. */
    private double[] apply(Activation function, double[] inputs) {
        Analysis analysis = ModelReader.read("curve", MODEL.formatted(function.key()));
        Model model = analysis.model()
                .orElseThrow(() -> new IllegalStateException(analysis.problems().toString()));
        Network network = Network.compile(model, new Shape(List.of(UNITS)), kernels, POINTS);
        float[] features = new float[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            features[i] = (float) inputs[i];
        }
        float[] outputs = network.predict(features);
        return IntStream.range(0, outputs.length).mapToDouble(i -> outputs[i]).toArray();
    }
}
