package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.LayerSummary;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;
import org.backprop.model.internal.yaml.Problems;

/** Follows the shapes from the input through the layers. */
final class ShapeInference {

    private final List<LayerDraft> layers;
    private final int[] sources;
    private final Problems problems;
    private final List<Optional<Shape>> outputs = new ArrayList<>();
    private final List<Optional<LayerSummary>> summaries = new ArrayList<>();

    ShapeInference(List<LayerDraft> layers, int[] sources, Problems problems) {
        this.layers = layers;
        this.sources = sources;
        this.problems = problems;
    }

    /** One entry a layer, empty where the shapes are not known; a mismatch is reported. */
    List<Optional<LayerSummary>> infer(Optional<Shape> input) {
        for (int i = 0; i < layers.size(); i++) {
            Optional<Shape> in = sources[i] == LayerGraph.INPUT
                    ? input
                    : sources[i] == LayerGraph.UNKNOWN ? Optional.empty() : outputs.get(sources[i]);
            Optional<LayerSpec> spec = layers.get(i).spec();
            if (in.isPresent() && spec.isPresent()) {
                inferLayer(i, spec.get(), in.get());
            } else {
                outputs.add(Optional.empty());
                summaries.add(Optional.empty());
            }
        }
        return summaries;
    }

    private void inferLayer(int index, LayerSpec spec, Shape in) {
        LayerDraft layer = layers.get(index);
        try {
            Shape out = spec.output(in);
            outputs.add(Optional.of(out));
            summaries.add(Optional.of(new LayerSummary(
                    layer.name(),
                    layer.type(),
                    List.of(sourceName(index)),
                    in,
                    out,
                    spec.parameters(in),
                    spec.flops(in))));
        } catch (ShapeException e) {
            problems.error(layer.at(), Code.SHAPE_MISMATCH, e.getMessage());
            outputs.add(flattened(spec, in));
            summaries.add(Optional.empty());
        }
    }

    private String sourceName(int index) {
        return sources[index] == LayerGraph.INPUT
                ? Layer.INPUT
                : layers.get(sources[index]).name();
    }

    /** What the layer would give behind a flatten layer, so that the layers after it can be checked too. */
    private static Optional<Shape> flattened(LayerSpec spec, Shape in) {
        try {
            return Optional.of(spec.output(Shape.of(Math.toIntExact(in.size()))));
        } catch (ShapeException e) {
            return Optional.empty();
        }
    }
}
