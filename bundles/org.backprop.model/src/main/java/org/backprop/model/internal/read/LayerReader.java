package org.backprop.model.internal.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.ParameterInfo;
import org.backprop.model.RegularizerSpec;
import org.backprop.model.internal.read.LayerDraft.InputName;
import org.backprop.model.internal.read.LayerDraft.Regularizers;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads the entries of the list of layers. The name and the inputs may stand inside of the type or beside it. */
final class LayerReader {

    private static final String NAME = "name";
    private static final String INPUTS = "inputs";
    private static final String REGULARIZER = "regularizer";
    private static final Set<String> COMMON = Set.of(NAME, INPUTS, REGULARIZER);

    private final SpecBinder binder;
    private final Problems problems;
    private final Map<String, Integer> counts = new HashMap<>();

    LayerReader(SpecBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** The next layer; it keeps its place in the list even if it cannot be read. */
    LayerDraft read(YamlNode node) {
        Location at = place(node);
        Fields beside = node instanceof MappingNode mapping
                ? Fields.of("layer", at, mapping).only(COMMON)
                : Fields.none("layer", at);
        Optional<Selection> selection = node.isNull() ? nothing(at) : binder.select(Family.LAYER, node, at, COMMON);
        Fields inside = selection.map(Selection::fields).orElse(Fields.none("layer", at));
        String type = selection.map(s -> s.type().key()).orElse("layer");
        Optional<Entry> name = either(NAME, inside, beside);
        List<InputName> inputs =
                either(INPUTS, inside, beside).map(this::inputs).orElse(List.of());
        LayerDraft layer = new LayerDraft(
                type,
                name.flatMap(this::name).orElse(defaultName(type)),
                selection.map(Selection::at).orElse(at),
                name.map(Entry::valueLocation).orElse(at),
                inputs,
                selection.flatMap(this::spec),
                either(REGULARIZER, inside, beside).flatMap(this::regularizers));
        checkCount(layer);
        return layer;
    }

    private Optional<LayerSpec> spec(Selection selection) {
        Selection own = new Selection(
                selection.type(), selection.at(), selection.fields().without(COMMON));
        return binder.bind(own).map(LayerSpec.class::cast);
    }

    private Optional<Regularizers> regularizers(Entry entry) {
        ParameterInfo parameter =
                Catalogue.describe(Layer.class).parameter(REGULARIZER).orElseThrow();
        return binder.value(parameter, entry)
                .map(specs -> ((List<?>) specs)
                        .stream().map(RegularizerSpec.class::cast).toList())
                .map(specs -> new Regularizers(specs, entry.key().location()));
    }

    private String defaultName(String type) {
        return type + "_" + counts.merge(type, 1, Integer::sum);
    }

    private static Location place(YamlNode node) {
        return node instanceof MappingNode mapping && !mapping.entries().isEmpty()
                ? mapping.entries().getFirst().key().location()
                : node.location();
    }

    private Optional<Selection> nothing(Location at) {
        binder.missing(at, "a layer is missing: give one of " + String.join(", ", Catalogue.keys(Family.LAYER)));
        return Optional.empty();
    }

    private Optional<Entry> either(String key, Fields inside, Fields beside) {
        Optional<Entry> outer = beside.entry(key);
        Optional<Entry> inner = inside.entry(key);
        if (outer.isPresent() && inner.isPresent()) {
            problems.error(
                    inner.get().key().location(),
                    Code.DUPLICATE_KEY,
                    Quote.of(key) + " stands beside the type as well: remove one");
        }
        return inner.or(() -> outer);
    }

    private Optional<String> name(Entry entry) {
        ParameterInfo parameter =
                Catalogue.describe(Layer.class).parameter(NAME).orElseThrow();
        Optional<String> name = binder.value(parameter, entry).map(String.class::cast);
        if (name.isPresent() && !Names.isLayerName(name.get())) {
            problems.error(
                    entry.valueLocation(),
                    Code.BAD_NAME,
                    "the layer name " + Quote.of(name.get()) + " must be at most 100 letters, digits, _ and -");
            return Optional.empty();
        }
        return name;
    }

    private List<InputName> inputs(Entry entry) {
        if (binder.noValue(entry)) {
            return List.of(unreadable(entry.valueLocation()));
        }
        if (entry.value() instanceof SequenceNode list && list.items().isEmpty()) {
            binder.missing(entry.key().location(), "inputs names no layer: name one, or remove the key");
            return List.of(unreadable(entry.key().location()));
        }
        return entry.value() instanceof SequenceNode list
                ? list.items().stream()
                        .map(item -> input(item, item.location()))
                        .toList()
                : List.of(input(entry.value(), entry.valueLocation()));
    }

    private InputName input(YamlNode node, Location at) {
        if (node instanceof ScalarNode name && !name.isNull()) {
            return new InputName(Optional.of(name.text()), at);
        }
        problems.error(at, Code.WRONG_TYPE, "inputs must be a list of layer names, is " + Quote.describe(node));
        return unreadable(at);
    }

    private static InputName unreadable(Location at) {
        return new InputName(Optional.empty(), at);
    }

    private void checkCount(LayerDraft layer) {
        List<InputName> inputs = layer.inputs();
        if (layer.spec().isEmpty()
                || inputs.stream().anyMatch(input -> input.name().isEmpty())) {
            return;
        }
        int most = layer.spec().get().mostInputs();
        if (inputs.size() > most) {
            problems.error(
                    inputs.get(most).at(),
                    Code.INCONSISTENT,
                    layer.type() + " takes " + (most == 1 ? "one input" : "at most " + most + " inputs") + ", "
                            + inputs.size() + " are given");
        } else if (layer.lacksInputs()) {
            binder.missing(
                    inputs.isEmpty() ? layer.at() : inputs.getLast().at(),
                    layer.type() + " needs at least " + layer.spec().get().leastInputs()
                            + " inputs: name the layers, as in inputs: [a, b]");
        }
    }
}
