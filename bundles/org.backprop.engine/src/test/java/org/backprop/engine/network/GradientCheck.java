package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.GlobalMaxPoolLayer;
import org.backprop.model.Layer;
import org.backprop.model.LossSpec;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Model;
import org.backprop.model.PreluLayer;
import org.backprop.model.Shape;

/**
 * Compares the gradient of a network with differences of its loss, taken at four points, so that neither the curvature of
 * the loss nor float32 spoils them: {@code (8 (l(h) - l(-h)) - (l(2h) - l(-2h))) / 12 h}. Where the network has a ReLU or another
 * function with a kink, h is smaller, and as some differences still step over a kink, up to half of each parameter's elements may
 * disagree; else none.
 */
final class GradientCheck {

    private static final Set<Activation> KINKED = EnumSet.of(
            Activation.RELU,
            Activation.LEAKY_RELU,
            Activation.RELU6,
            Activation.SELU,
            Activation.HARD_SIGMOID,
            Activation.HARD_TANH);

    private static final int BATCH = 5;
    private static final int CLASSES = 3;
    private static final Pass PASS = Pass.training(11, 3);
    private static final float STEP = 1e-2f;
    private static final float STEP_BESIDE_KINKS = 1.5e-3f;
    private static final double TOLERANCE = 1e-3;

    private final boolean kinks;
    private final Network network;
    private final Plan plan;
    private final View parameters;
    private final float[] values;

    private GradientCheck(Models layers, LossSpec loss, Shape input, Kernels kernels) {
        Model model = layers.build(loss, 3);
        kinks = model.network().layers().stream().anyMatch(GradientCheck::hasKink);
        network = Network.compile(model, input, kernels, BATCH);
        plan = network.plan(BATCH);
        parameters = network.parameterVector().orElseThrow();
        values = parameters.toArray();
    }

    private static boolean hasKink(Layer layer) {
        return layer.spec() instanceof MaxPool2dLayer
                || layer.spec() instanceof GlobalMaxPoolLayer
                || layer.spec() instanceof PreluLayer
                || layer.spec().outputFunction().filter(KINKED::contains).isPresent();
    }

    /** Checks all gradients of a network with three outputs, to a thousandth of the greatest. */
    static void check(Models layers, LossSpec loss, Shape input, Kernels kernels) {
        new GradientCheck(layers, loss, input, kernels).check();
    }

    private void check() {
        fill();
        scaleUp();
        plan.forward(PASS);
        plan.backward(PASS);
        float[] gradient = network.gradientVector().orElseThrow().toArray();
        double[] differences = new double[values.length];
        double scale = 0;
        float step = kinks ? STEP_BESIDE_KINKS : STEP;
        for (int i = 0; i < values.length; i++) {
            differences[i] = (4 * difference(i, step) - difference(i, 2 * step)) / 3;
            scale = Math.max(scale, Math.abs(differences[i]));
        }
        assertTrue(scale > 1e-3, "the network does not depend on its parameters");
        for (Parameter parameter : network.parameters()) {
            check(parameter, gradient, differences, TOLERANCE * scale);
        }
    }

    private void check(Parameter parameter, float[] gradient, double[] differences, double tolerance) {
        List<String> wrong = new ArrayList<>();
        for (int i = parameter.offset(); i < parameter.offset() + parameter.length(); i++) {
            if (!(Math.abs(gradient[i] - differences[i]) <= tolerance)) {
                wrong.add(i - parameter.offset() + ": " + gradient[i] + " instead of " + differences[i]);
            }
        }
        assertTrue(
                wrong.size() <= (kinks ? (parameter.length() + 1) / 2 : 0),
                () -> wrong.size() + " of " + parameter.length() + " gradients of " + parameter.name() + " are wrong: "
                        + wrong);
    }

    private void fill() {
        Random random = new Random(5);
        float[] input = new float[plan.input().length()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        plan.input().set(input);
        float[] targets = new float[plan.targets().length()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = network.classifies() ? random.nextInt(CLASSES) : random.nextFloat();
        }
        plan.targets().set(targets);
    }

    /** Larger weights than the initial ones, so that no gradient is small and no ReLU is at its kink. */
    private void scaleUp() {
        for (int i = 0; i < values.length; i++) {
            values[i] = 1.7f * values[i] + 0.01f;
        }
        parameters.set(values);
    }

    private double difference(int i, float step) {
        float value = values[i];
        float above = value + step;
        float below = value - step;
        double difference = (loss(i, above) - loss(i, below)) / (above - below);
        write(i, value);
        return difference;
    }

    private double loss(int i, float value) {
        write(i, value);
        plan.forward(PASS);
        return plan.loss();
    }

    private void write(int i, float value) {
        parameters.buffer().write(parameters.offset() + i, new float[] {value}, 0, 1);
    }
}
