package org.backprop.model.internal.read;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.Layer;
import org.backprop.model.LayerSummary;
import org.backprop.model.NetworkSection;
import org.backprop.model.NetworkSummary;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Shape;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.read.LayerDraft.Regularizers;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;

/** Reads the network section: input shape, what it takes over from another network, and layers. */
final class NetworkReader {

    private static final TypeInfo SECTION = Catalogue.describe(NetworkSection.class);

    private final SpecBinder binder;
    private final Problems problems;
    private final Optional<Path> folder;

    NetworkReader(SpecBinder binder, Problems problems, Optional<Path> folder) {
        this.binder = binder;
        this.problems = problems;
        this.folder = folder;
    }

    NetworkDraft read(Entry entry, Optional<Shape> dataShape) {
        Location at = entry.key().location();
        Optional<Fields> fields = binder.fields(entry);
        if (fields.isEmpty()) {
            return NetworkDraft.none(at);
        }
        binder.rejectUnknown(
                fields.get(),
                SECTION.parameters().stream().map(ParameterInfo::key).toList());
        Optional<Shape> input = input(fields.get(), dataShape);
        Optional<String> weights = fields.get().entry("weights").flatMap(this::weights);
        List<LayerDraft> layers = new LayerListReader(binder, problems).read(fields.get());
        Location layersAt =
                fields.get().entry("layers").map(e -> e.key().location()).orElse(at);
        List<List<Integer>> sources = new LayerGraph(layers, problems).resolve();
        List<Optional<LayerSummary>> summaries = new ShapeInference(layers, sources, problems).infer(input);
        TransferReader transfer = new TransferReader(binder, problems, fields.get(), layers);
        SequencedMap<String, String> mapping = transfer.mapping(weights, folder);
        List<String> freeze = transfer.freeze(summaries);
        checkRegularizers(layers, summaries);
        Optional<NetworkSection> section = graph(layers, sources)
                .map(graph ->
                        new NetworkSection(input.map(Shape::dims).orElse(List.of()), weights, mapping, freeze, graph));
        NetworkDraft draft = new NetworkDraft(section, layers, sources, summaries, layersAt);
        draft.summary().ifPresent(summary -> checkSize(summary, layersAt));
        return draft;
    }

    private Optional<Shape> input(Fields fields, Optional<Shape> dataShape) {
        Optional<Entry> entry = fields.entry("input");
        if (entry.isEmpty()) {
            return dataShape;
        }
        Optional<Shape> given = value("input", entry.get()).map(NetworkReader::shape);
        if (given.isPresent() && given.get().size() > Integer.MAX_VALUE) {
            problems.error(
                    entry.get().valueLocation(),
                    Code.OUT_OF_RANGE,
                    "input must have at most " + Integer.MAX_VALUE + " elements");
            return Optional.empty();
        }
        if (given.isPresent()
                && dataShape.isPresent()
                && given.get().size() != dataShape.get().size()) {
            problems.error(
                    entry.get().valueLocation(),
                    Code.SHAPE_MISMATCH,
                    "input has " + given.get().size() + " elements, but a sample of the data has "
                            + dataShape.get().size() + " (shape " + dataShape.get() + ")",
                    List.of(new Fix.Replace(
                            entry.get().valueLocation().position(),
                            dataShape.get().dims().toString())));
        }
        return given.or(() -> dataShape);
    }

    private static Shape shape(Object dims) {
        return new Shape(((List<?>) dims).stream().map(Integer.class::cast).toList());
    }

    private Optional<Object> value(String key, Entry entry) {
        return binder.value(SECTION.parameter(key).orElseThrow(), entry);
    }

    private Optional<String> weights(Entry entry) {
        Optional<String> path = value("weights", entry).map(String.class::cast);
        if (path.isPresent() && folder.isPresent() && !isFile(folder.get(), path.get())) {
            problems.warning(
                    entry.valueLocation(),
                    Code.DATA_NOT_FOUND,
                    "the weights file " + Quote.of(path.get()) + " is not there");
        }
        return path;
    }

    private static boolean isFile(Path folder, String path) {
        try {
            return Files.isRegularFile(folder.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<List<Layer>> graph(List<LayerDraft> drafts, List<List<Integer>> sources) {
        boolean readable = !drafts.isEmpty()
                && drafts.stream().allMatch(d -> d.spec().isPresent())
                && sources.stream().noneMatch(inputs -> inputs.contains(LayerGraph.UNKNOWN));
        if (!readable) {
            return Optional.empty();
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            LayerDraft draft = drafts.get(i);
            List<String> inputs = sources.get(i).stream()
                    .map(source -> LayerGraph.name(source, drafts))
                    .toList();
            layers.add(new Layer(
                    draft.name(),
                    inputs,
                    draft.spec().get(),
                    draft.regularizer().map(Regularizers::specs).orElse(List.of()),
                    draft.at().position()));
        }
        return Optional.of(layers);
    }

    private void checkRegularizers(List<LayerDraft> layers, List<Optional<LayerSummary>> summaries) {
        for (int i = 0; i < layers.size(); i++) {
            Optional<Regularizers> regularizers = layers.get(i).regularizer();
            boolean none = summaries.get(i).filter(s -> s.parameters() == 0).isPresent();
            if (none && regularizers.isPresent()) {
                problems.error(
                        regularizers.get().at(),
                        Code.INCONSISTENT,
                        layers.get(i).type() + " has no weights to regularize: remove the key regularizer",
                        List.of(new Fix.Remove(regularizers.get().at().position(), "regularizer")));
            }
        }
    }

    private void checkSize(NetworkSummary summary, Location at) {
        if (summary.parameters() > Integer.MAX_VALUE) {
            problems.error(
                    at,
                    Code.TOO_LARGE,
                    "the network has " + summary.parameters() + " parameters, at most " + Integer.MAX_VALUE
                            + " are possible");
        }
    }
}
