package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.LayerSpec;
import org.backprop.model.LayerSummary;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;

/** Follows the shapes from the input through the layers. */
final class ShapeInference {

    private final List<LayerDraft> layers;
    private final List<List<Integer>> sources;
    private final Problems problems;
    private final List<Optional<Shape>> outputs = new ArrayList<>();
    private final List<Optional<LayerSummary>> summaries = new ArrayList<>();

    ShapeInference(List<LayerDraft> layers, List<List<Integer>> sources, Problems problems) {
        this.layers = layers;
        this.sources = sources;
        this.problems = problems;
    }

    /** One entry a layer, empty where the shapes are not known; a mismatch is reported. */
    List<Optional<LayerSummary>> infer(Optional<Shape> input) {
        for (int i = 0; i < layers.size(); i++) {
            List<Shape> ins = sources.get(i).stream()
                    .flatMap(source -> shape(source, input).stream())
                    .toList();
            Optional<LayerSpec> spec = layers.get(i).spec();
            if (spec.isPresent() && ins.size() == sources.get(i).size()) {
                inferLayer(i, spec.get(), ins);
            } else {
                add(Optional.empty(), Optional.empty());
            }
        }
        return summaries;
    }

    private Optional<Shape> shape(int source, Optional<Shape> input) {
        return switch (source) {
            case LayerGraph.INPUT -> input;
            case LayerGraph.UNKNOWN -> Optional.empty();
            default -> outputs.get(source);
        };
    }

    private void inferLayer(int index, LayerSpec spec, List<Shape> ins) {
        LayerDraft layer = layers.get(index);
        List<String> names = sources.get(index).stream()
                .map(source -> LayerGraph.name(source, layers))
                .toList();
        try {
            Shape out = spec.output(ins);
            if (out.size() > Integer.MAX_VALUE) {
                problems.error(
                        layer.at(),
                        Code.TOO_LARGE,
                        "the output " + out + " of " + layer.type() + " has more than " + Integer.MAX_VALUE
                                + " elements");
                add(Optional.empty(), Optional.empty());
                return;
            }
            LayerSummary summary = new LayerSummary(
                    layer.name(), layer.type(), names, ins, out, spec.parameters(ins), spec.flops(ins));
            add(Optional.of(out), Optional.of(summary));
        } catch (ShapeException e) {
            problems.error(
                    layer.at(),
                    Code.SHAPE_MISMATCH,
                    e.message(names.stream().map(Quote::of).toList()),
                    e.flatInputNeeded()
                            ? List.of(new Fix.Insert(names.getFirst(), layer.name(), "flatten"))
                            : List.of());
            add(e.flatInputNeeded() ? behindFlatten(spec, ins.getFirst()) : Optional.empty(), Optional.empty());
        }
    }

    private void add(Optional<Shape> output, Optional<LayerSummary> summary) {
        outputs.add(output);
        summaries.add(summary);
    }

    /** What the layer would give behind a flatten layer, so that the layers after it can be checked too. */
    private static Optional<Shape> behindFlatten(LayerSpec spec, Shape in) {
        try {
            return Optional.of(spec.output(List.of(Shape.of(Math.toIntExact(in.size())))));
        } catch (ShapeException e) {
            return Optional.empty();
        }
    }
}
