package org.backprop.views.pruning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** Under which tags a run records pruning. */
final class PruningTags {
    /** Share of all prunable weights that is pruned. */
    static final String SPARSITY = "sparsity";
    /** Number of weights that went, at each pruning. */
    static final String PRUNED = "pruning/pruned";

    /** Saliency below which weights of all layers went. */
    private static final String THRESHOLD = "pruning/threshold";

    private static final String MASK = "mask/";
    private static final String LAYER_SPARSITY = "sparsity/";
    private static final String SALIENCY = "saliency/";
    private static final String WEIGHTS = "weights/";

    private PruningTags() {}

    static String sparsity(String layer) {
        return LAYER_SPARSITY + layer;
    }

    /** The saliencies below which weights of a layer went: its own, or that of all layers. */
    static Series threshold(RunSnapshot run, String layer) {
        Series own = run.scalar(THRESHOLD + "/" + layer);
        return own.isEmpty() ? run.scalar(THRESHOLD) : own;
    }

    static String saliency(String layer) {
        return SALIENCY + layer;
    }

    static String weights(String layer) {
        return WEIGHTS + layer;
    }

    /** Name of the parameter that a mask is of. */
    static String parameter(String maskTag) {
        return maskTag.substring(MASK.length());
    }

    /** The tags of the masks of a layer's parameters. */
    static List<String> masks(RunSnapshot run, String layer) {
        return run.tensors().keySet().stream()
                .filter(tag -> tag.startsWith(MASK) && layer(parameter(tag)).equals(layer))
                .toList();
    }

    /** Name of the layer that a parameter belongs to. */
    private static String layer(String parameter) {
        return parameter.substring(0, Math.max(0, parameter.lastIndexOf('.')));
    }

    /** The layers of which weights, saliency, sparsity or a mask were recorded, in the order of the records. */
    static Set<String> layers(RunSnapshot run) {
        Set<String> layers = new LinkedHashSet<>();
        add(layers, run.histograms().keySet().stream(), WEIGHTS);
        add(layers, run.histograms().keySet().stream(), SALIENCY);
        add(layers, run.scalars().keySet().stream(), LAYER_SPARSITY);
        run.tensors().keySet().stream()
                .filter(tag -> tag.startsWith(MASK))
                .map(tag -> layer(parameter(tag)))
                .forEach(layers::add);
        return layers;
    }

    private static void add(Set<String> layers, Stream<String> tags, String prefix) {
        tags.filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .forEach(layers::add);
    }
}
