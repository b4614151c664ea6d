package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.runlog.tensor.Tensor;

/** Normalization layers of Keras. */
final class Norms {

    private Norms() {}

    static Flow batch(Step step) throws IOException {
        int channels = step.shape().dims().getFirst();
        boolean scale = step.config().flag("scale", true);
        boolean center = step.config().flag("center", true);
        int axis = axis(step.config());
        step.layer().require("axis", axis == -1 || axis == step.shape().rank(), "batch_norm works on channels here");
        Iterator<Tensor> found =
                step.tensors(2 + (scale ? 1 : 0) + (center ? 1 : 0)).iterator();
        Map<String, Tensor> tensors = affine(step, scale, center, channels, found);
        tensors.put("running_mean", ordered(step.checked(found.next(), channels), step));
        tensors.put("running_var", ordered(step.checked(found.next(), channels), step));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("momentum", tidy(1 - step.config().number("momentum", 0.99)));
        parameters.put("epsilon", step.config().number("epsilon", 1e-3));
        parameters.put("affine", scale || center);
        return step.add("batch_norm", parameters, tensors);
    }

    static Flow layer(Step step) throws IOException {
        int features = step.shape().dims().getLast();
        boolean scale = step.config().flag("scale", true);
        boolean center = step.config().flag("center", true);
        int axis = axis(step.config());
        step.layer()
                .require(
                        "axis",
                        (axis == -1 || axis == step.shape().rank())
                                && step.shape().rank() < 3
                                && !step.x().channelsFirst(),
                        "layer_norm works on the features of vectors and sequences here");
        step.layer().require("rms_scaling", !step.config().flag("rms_scaling", false), "layer_norm subtracts the mean");
        Iterator<Tensor> found =
                step.tensors((scale ? 1 : 0) + (center ? 1 : 0)).iterator();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("epsilon", step.config().number("epsilon", 1e-3));
        parameters.put("affine", scale || center);
        return step.add("layer_norm", parameters, affine(step, scale, center, features, found));
    }

    static Flow group(Step step) throws IOException {
        int channels = step.shape().dims().getFirst();
        boolean scale = step.config().flag("scale", true);
        boolean center = step.config().flag("center", true);
        step.layer()
                .require(
                        "axis",
                        axis(step.config()) == -1
                                && step.x().order() == null
                                && (step.shape().rank() != 2 || step.x().channelsFirst()),
                        "group_norm works on channels here");
        int groups = step.config().whole("groups", 32);
        Iterator<Tensor> found =
                step.tensors((scale ? 1 : 0) + (center ? 1 : 0)).iterator();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("groups", groups == -1 ? channels : groups);
        parameters.put("epsilon", step.config().number("epsilon", 1e-3));
        parameters.put("affine", scale || center);
        return step.add("group_norm", parameters, affine(step, scale, center, channels, found));
    }

    /** Keras writes an axis as a number or as a list of one. */
    private static int axis(Settings config) throws ExchangeException {
        return config.isList("axis") ? config.wholes("axis", 1).getFirst() : config.whole("axis", -1);
    }

    /** Scale and shift, of which Keras may have one alone; then the other one is that which changes nothing. */
    private static Map<String, Tensor> affine(
            Step step, boolean scale, boolean center, int count, Iterator<Tensor> found) throws ExchangeException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        if (scale != center) {
            step.builder()
                    .report()
                    .changed(step.layer().title() + " has a " + (scale ? "scale" : "shift") + " alone; here it has a "
                            + (scale ? "shift of 0" : "scale of 1") + ", too, which is trained.");
        }
        if (scale || center) {
            float[] ones = new float[count];
            Arrays.fill(ones, 1);
            tensors.put(
                    "weight", scale ? ordered(step.checked(found.next(), count), step) : Tensor.floats(ones, count));
            tensors.put(
                    "bias",
                    center ? ordered(step.checked(found.next(), count), step) : Tensor.floats(new float[count], count));
        }
        return tensors;
    }

    /** A number for each element of a vector, in our order; channels have the same order in both. */
    static Tensor ordered(Tensor theirs, Step step) {
        int[] order = step.x().order();
        if (order == null) {
            return theirs;
        }
        float[] from = theirs.toFloats();
        float[] to = new float[from.length];
        for (int i = 0; i < to.length; i++) {
            to[order[i]] = from[i];
        }
        return Tensor.floats(to, to.length);
    }

    /** 0.01 rather than 0.010000000000000009. */
    private static double tidy(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }
}
