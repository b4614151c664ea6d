package org.backprop.views.dropout;

import java.util.HashMap;
import java.util.Map;

import org.backprop.model.AlphaDropoutLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.ModelReader;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.StochasticDepthLayer;
import org.backprop.runlog.run.ModelSource;

/** What a layer drops. */
public enum LayerKind {
    /** Single elements. */
    DROPOUT,
    /** Single elements, which get the least value of selu. */
    ALPHA,
    /** Whole channels. */
    SPATIAL,
    /** The whole branch of a residual block. */
    DEPTH,
    /** Nothing: it multiplies by normally distributed numbers. */
    GAUSSIAN;

    /** The layers with dropout of a model; none if it cannot be read. */
    static Map<String, LayerKind> of(ModelSource model) {
        Map<String, LayerKind> kinds = new HashMap<>();
        ModelReader.read(model.file(), model.text())
                .model()
                .ifPresent(read -> read.network().layers().forEach(layer -> add(kinds, layer)));
        return kinds;
    }

    private static void add(Map<String, LayerKind> kinds, Layer layer) {
        LayerKind kind = of(layer.spec());
        if (kind != null) {
            kinds.put(layer.name(), kind);
        }
    }

    private static LayerKind of(LayerSpec spec) {
        return switch (spec) {
            case DropoutLayer dropout -> DROPOUT;
            case AlphaDropoutLayer dropout -> ALPHA;
            case SpatialDropoutLayer dropout -> SPATIAL;
            case StochasticDepthLayer depth -> DEPTH;
            case GaussianDropoutLayer dropout -> GAUSSIAN;
            default -> null;
        };
    }

    /** In the words of the user. */
    String text() {
        return switch (this) {
            case DROPOUT -> Messages.kind_dropout;
            case ALPHA -> Messages.kind_alpha;
            case SPATIAL -> Messages.kind_spatial;
            case DEPTH -> Messages.kind_depth;
            case GAUSSIAN -> Messages.kind_gaussian;
        };
    }
}
