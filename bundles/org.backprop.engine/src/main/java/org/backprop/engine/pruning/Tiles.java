package org.backprop.engine.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.backprop.engine.network.WeightLayer;

/** The tiles of some layers with their saliencies, numbered through. */
final class Tiles {

    private final List<Layer> layers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final float[] saliencies;
    private final int[] sizes;

    /** The tiles of a layer: those from {@code from} (inclusive) to {@code to} (exclusive). */
    record Layer(WeightLayer layer, int from, int to) {}

    private record Part(Tiling tiling, int from) {}

    /**
     * All tiles of some layers.
     *
     * @param tilings of each layer
     * @param saliency of each element of the flat parameter vector
     * @param mask 0 for each element that is removed already
     * @throws PruneException if a saliency is not finite
     */
    Tiles(List<WeightLayer> layers, Function<WeightLayer, List<Tiling>> tilings, float[] saliency, float[] mask)
            throws PruneException {
        int count = 0;
        for (WeightLayer layer : layers) {
            int from = count;
            for (Tiling tiling : tilings.apply(layer)) {
                parts.add(new Part(tiling, count));
                count += tiling.count();
            }
            this.layers.add(new Layer(layer, from, count));
        }
        saliencies = new float[count];
        sizes = new int[count];
        double[] sums = new double[count];
        parts.forEach(part -> part.tiling().sum(saliency, mask, part.from(), sums, sizes));
        for (int i = 0; i < count; i++) {
            saliencies[i] = sizes[i] == 0 ? 0 : (float) (sums[i] / sizes[i]);
        }
        for (Layer layer : this.layers) {
            checkFinite(layer);
        }
    }

    private void checkFinite(Layer layer) throws PruneException {
        for (int i = layer.from(); i < layer.to(); i++) {
            if (!Float.isFinite(saliencies[i])) {
                throw new PruneException("the saliency of a weight of the layer '"
                        + layer.layer().name() + "' is not finite");
            }
        }
    }

    /** The layers. */
    List<Layer> layers() {
        return layers;
    }

    /** Number of tiles. */
    int count() {
        return saliencies.length;
    }

    /** Mean saliency of the weights of each tile that are kept; 0 if none is. */
    float[] saliencies() {
        return saliencies;
    }

    /** Number of weights of each tile that are kept. */
    int[] sizes() {
        return sizes;
    }

    /** The saliencies of the tiles that are left without some, for each layer. */
    SequencedMap<String, float[]> left(BitSet removed) {
        SequencedMap<String, float[]> left = new LinkedHashMap<>();
        for (Layer layer : layers) {
            float[] found = new float[layer.to() - layer.from()];
            int count = 0;
            for (int i = layer.from(); i < layer.to(); i++) {
                if (sizes[i] > 0 && !removed.get(i)) {
                    found[count++] = saliencies[i];
                }
            }
            left.put(layer.layer().name(), Arrays.copyOf(found, count));
        }
        return left;
    }

    private Part part(int tile) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).from() <= tile) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    /** The tiling that a tile belongs to. */
    Tiling tiling(int tile) {
        return part(tile).tiling();
    }

    /** Passes the places of a tile's weights in the flat parameter vector. */
    void forEach(int tile, IntConsumer place) {
        Part part = part(tile);
        part.tiling().forEach(tile - part.from(), place);
    }

    /** Marks a tile, and its biases, in a mask. */
    void mark(int tile, float value, float[] mask) {
        Part part = part(tile);
        part.tiling().mark(tile - part.from(), value, mask);
    }
}
