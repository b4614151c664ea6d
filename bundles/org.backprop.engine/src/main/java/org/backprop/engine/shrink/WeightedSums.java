package org.backprop.engine.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.engine.network.NamedTensor;
import org.backprop.model.WeightedLayer;

/**
 * A dense layer or a convolution. An output without weights is constant. A constant input that goes becomes a part of the
 * bias, which the layer gets if it has none.
 *
 * @param inputsFirst whether the weights are {@code [inputs, outputs, ...]}
 * @param uneven why the places of an output differ in what they get from a constant input that is not 0, such as padding;
 *     empty if they do not, so that the bias can take it over
 */
record WeightedSums(boolean inputsFirst, Optional<String> uneven) implements LayerRule {

    private static final String WEIGHT = "weight";
    private static final String BIAS = "bias";

    private WeightBlocks weights(Site site) {
        return new WeightBlocks(site.tensor(WEIGHT).orElseThrow(), inputsFirst);
    }

    /** Whether the inputs of the weights are the units of the input; not for an image without channels. */
    private static boolean separates(Site site, WeightBlocks weights) {
        return weights.inputs() == site.input().count();
    }

    private boolean canFold(Units input, int unit) {
        return uneven.isEmpty() || input.value(unit) == 0;
    }

    @Override
    public void markConstants(Site site) {
        WeightBlocks weights = weights(site);
        for (int output = 0; output < site.output().count(); output++) {
            if (isConstant(site, weights, output)) {
                site.output().setConstant(output);
            }
        }
    }

    private boolean isConstant(Site site, WeightBlocks weights, int output) {
        return IntStream.range(0, weights.inputs())
                .allMatch(input -> weights.isZero(output, input)
                        || separates(site, weights) && site.input().isConstant(input) && canFold(site.input(), input));
    }

    @Override
    public void markUsed(Site site) {
        WeightBlocks weights = weights(site);
        if (!separates(site, weights)) {
            site.input().useAll();
            return;
        }
        for (int input = 0; input < weights.inputs(); input++) {
            int column = input;
            if (IntStream.range(0, site.output().count())
                    .anyMatch(output -> site.output().isUsed(output) && !weights.isZero(output, column))) {
                site.input().use(input);
            }
        }
    }

    @Override
    public void keep(Site site) {
        Units input = site.input();
        if (!separates(site, weights(site))) {
            input.keepAll(site.name() + " reads an image without channels");
            return;
        }
        for (int unit = 0; unit < input.count(); unit++) {
            if (input.isUsed(unit) && input.isConstant(unit) && !canFold(input, unit)) {
                input.keep(unit, "constant, but " + site.name() + " " + uneven.orElseThrow());
            }
        }
    }

    @Override
    public Remainder remainder(Site site) {
        WeightedLayer layer = (WeightedLayer) site.layer().spec();
        WeightBlocks weights = weights(site);
        int[] outputs = site.output().kept();
        boolean separates = separates(site, weights);
        int[] inputs = separates
                ? site.input().kept()
                : IntStream.range(0, weights.inputs()).toArray();
        float[] bias = separates ? bias(site, weights, outputs) : selected(site, outputs);
        boolean biased = layer.bias() || IntStream.range(0, bias.length).anyMatch(i -> bias[i] != 0);
        List<NamedTensor> tensors = new ArrayList<>(List.of(weights.select(outputs, inputs)));
        if (biased) {
            tensors.add(new NamedTensor(site.name() + "." + BIAS, List.of(outputs.length), bias));
        }
        return new Remainder(layer.resized(outputs.length, biased), tensors);
    }

    private static float[] selected(Site site, int[] outputs) {
        float[] all = site.tensor(BIAS)
                .map(NamedTensor::values)
                .orElseGet(() -> new float[site.output().count()]);
        float[] bias = new float[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            bias[i] = all[outputs[i]];
        }
        return bias;
    }

    /** The bias with what the constant inputs add that go. */
    private static float[] bias(Site site, WeightBlocks weights, int[] outputs) {
        float[] bias = selected(site, outputs);
        Units input = site.input();
        int[] gone = IntStream.range(0, input.count())
                .filter(unit -> !input.isKept(unit) && input.isConstant(unit) && input.value(unit) != 0)
                .toArray();
        for (int i = 0; i < outputs.length; i++) {
            double sum = bias[i];
            for (int unit : gone) {
                sum += input.value(unit) * weights.sum(outputs[i], unit);
            }
            bias[i] = (float) sum;
        }
        return bias;
    }
}
