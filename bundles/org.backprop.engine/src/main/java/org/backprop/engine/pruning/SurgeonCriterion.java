package org.backprop.engine.pruning;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.backprop.engine.curvature.NetworkCurvature;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.WeightLayer;
import org.backprop.model.OptimalBrainSurgeon;

/** See {@link OptimalBrainSurgeon}. */
final class SurgeonCriterion implements Criterion {

    private final OptimalBrainSurgeon spec;
    private final NetworkCurvature curvature;
    private final View unit;
    private final View product;
    private final float[] element = new float[1];
    private final Map<String, Layer> layers = new HashMap<>();

    /** The places of a layer's kept weights in the flat vector, and the inverse of their Hessian. */
    private record Layer(int[] places, InverseHessian inverse) {}

    SurgeonCriterion(OptimalBrainSurgeon spec, Network network) {
        this.spec = spec;
        curvature = new NetworkCurvature(network);
        int length = network.parameterVector().orElseThrow().length();
        unit = network.kernels().allocate(length).view(0, 1, length);
        product = network.kernels().allocate(length).view(0, 1, length);
    }

    @Override
    public void check(List<WeightLayer> layers) throws PruneException {
        for (WeightLayer layer : layers) {
            check(layer.name(), layer.count());
        }
    }

    private static void check(String layer, int weights) throws PruneException {
        if (weights > OptimalBrainSurgeon.MOST_WEIGHTS) {
            throw new PruneException(OptimalBrainSurgeon.tooMany(layer, weights));
        }
    }

    @Override
    public float[] measure(Measurement measurement) throws PruneException {
        layers.clear();
        float[] saliencies = new float[measurement.weights().length];
        for (WeightLayer layer : measurement.layers()) {
            int[] places = places(layer, measurement.mask());
            check(layer.name(), places.length);
            InverseHessian inverse = new InverseHessian(hessian(measurement, places), spec.damping());
            double[] found = inverse.saliencies(weights(places, measurement.weights()));
            for (int i = 0; i < places.length; i++) {
                saliencies[places[i]] = (float) found[i];
            }
            layers.put(layer.name(), new Layer(places, inverse));
        }
        return saliencies;
    }

    private static int[] places(WeightLayer layer, float[] mask) {
        return layer.weights().stream()
                .flatMapToInt(weights -> IntStream.range(weights.offset(), weights.offset() + weights.length()))
                .filter(place -> mask[place] != 0)
                .toArray();
    }

    private static double[] weights(int[] places, float[] all) {
        return IntStream.of(places).mapToDouble(place -> all[place]).toArray();
    }

    private double[][] hessian(Measurement measurement, int[] places) {
        double[][] hessian = new double[places.length][places.length];
        int count = measurement.count(spec.samples());
        measurement.train(spec.samples(), plan -> {
            curvature.at(plan, measurement.pass());
            double share = (double) plan.input().rows() / count;
            for (int i = 0; i < places.length; i++) {
                set(places[i], 1);
                curvature.gaussNewtonProduct(unit, product);
                set(places[i], 0);
                float[] column = product.toArray();
                for (int j = 0; j < places.length; j++) {
                    hessian[i][j] += share * column[places[j]];
                }
            }
        });
        return hessian;
    }

    private void set(int place, float value) {
        element[0] = value;
        unit.buffer().write(place, element, 0, 1);
    }

    @Override
    public void compensate(Measurement measurement, float[] next, float[] weights) {
        layers.values().forEach(layer -> {
            BitSet removed = new BitSet();
            for (int i = 0; i < layer.places().length; i++) {
                removed.set(i, next[layer.places()[i]] == 0);
            }
            double[] changed = weights(layer.places(), weights);
            layer.inverse().remove(removed, changed);
            for (int i = 0; i < changed.length; i++) {
                weights[layer.places()[i]] = (float) changed[i];
            }
        });
    }
}
