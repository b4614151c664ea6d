package org.backprop.model.internal.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.backprop.model.AddLayer;
import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.ParameterInfo;
import org.backprop.model.RegularizerSpec;
import org.backprop.model.ResidualBlock;
import org.backprop.model.TypeInfo;
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

/**
 * Reads the entries of a list of layers. The name and the inputs may stand inside of the type or beside it. A block is read
 * as the sum that closes it.
 */
final class LayerReader {

    private static final String NAME = "name";
    private static final String INPUTS = "inputs";
    private static final String REGULARIZER = "regularizer";
    private static final String ACTIVATION = "activation";
    /** The keys that every layer has. */
    static final Set<String> COMMON = Set.of(NAME, INPUTS, REGULARIZER);

    private final SpecBinder binder;
    private final Problems problems;
    private final Scope scope;
    private final DefaultNames names = new DefaultNames();

    /** A reader of the layers of a scope. */
    LayerReader(SpecBinder binder, Problems problems, Scope scope) {
        this.binder = binder;
        this.problems = problems;
        this.scope = scope;
    }

    /**
     * An entry of the list.
     *
     * @param layer the layer, or the sum that closes the block
     * @param block what the block contains; empty for a layer
     */
    record Item(LayerDraft layer, Optional<Fields> block) {}

    /** The next entry, named by its type and a number if it has no name. */
    Item read(YamlNode node) {
        return read(node, names::next);
    }

    /** An entry; it keeps its place in the list even if it cannot be read. */
    Item read(YamlNode node, UnaryOperator<String> defaultName) {
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
                scope.depth(),
                type,
                scope.qualified(name.flatMap(this::name).orElse(defaultName.apply(type))),
                selection.map(Selection::at).orElse(at),
                name.map(Entry::valueLocation).orElse(at),
                inputs,
                selection.flatMap(this::spec),
                either(REGULARIZER, inside, beside).flatMap(this::regularizers));
        Optional<Fields> block =
                selection.filter(LayerReader::isBlock).map(s -> s.fields().without(COMMON));
        checkCount(layer, block.isPresent());
        return new Item(layer, block);
    }

    private static boolean isBlock(Selection selection) {
        return selection.type().spec() == ResidualBlock.class;
    }

    private Optional<LayerSpec> spec(Selection selection) {
        Fields own = selection.fields().without(COMMON);
        return isBlock(selection)
                ? sum(selection.type(), own)
                : binder.bind(new Selection(selection.type(), selection.at(), own))
                        .map(LayerSpec.class::cast);
    }

    private Optional<LayerSpec> sum(TypeInfo block, Fields fields) {
        binder.rejectUnknown(
                fields, block.parameters().stream().map(ParameterInfo::key).toList());
        String byDefault =
                block.parameter(ACTIVATION).flatMap(ParameterInfo::defaultValue).orElseThrow();
        return binder.record(
                        Catalogue.describe(AddLayer.class),
                        fields.only(Set.of(ACTIVATION)),
                        Map.of(ACTIVATION, byDefault))
                .map(LayerSpec.class::cast);
    }

    private Optional<Regularizers> regularizers(Entry entry) {
        ParameterInfo parameter =
                Catalogue.describe(Layer.class).parameter(REGULARIZER).orElseThrow();
        return binder.value(parameter, entry)
                .map(specs -> ((List<?>) specs)
                        .stream().map(RegularizerSpec.class::cast).toList())
                .map(specs -> new Regularizers(specs, entry.key().location()));
    }

    private static Location place(YamlNode node) {
        return node instanceof MappingNode mapping && !mapping.entries().isEmpty()
                ? mapping.entries().getFirst().key().location()
                : node.location();
    }

    private Optional<Selection> nothing(Location at) {
        binder.missing(at, "a layer is missing: give one of " + ScalarReader.listed(Catalogue.keys(Family.LAYER)));
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
                    "the layer name " + Quote.of(name.get())
                            + " must be at most 100 letters, digits, _ and -, with / behind the name of a block");
            return Optional.empty();
        }
        if (scope.depth() > 0 && name.equals(Optional.of(Layer.INPUT))) {
            problems.error(
                    entry.valueLocation(),
                    Code.DUPLICATE_NAME,
                    "input is the name of the block's input: choose another name");
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

    private void checkCount(LayerDraft layer, boolean isBlock) {
        List<InputName> inputs = layer.inputs();
        if (layer.spec().isEmpty()
                || inputs.stream().anyMatch(input -> input.name().isEmpty())) {
            return;
        }
        int most = isBlock ? 1 : layer.spec().get().mostInputs();
        if (inputs.size() > most) {
            problems.error(
                    inputs.get(most).at(),
                    Code.INCONSISTENT,
                    layer.type() + " takes " + (most == 1 ? "one input" : "at most " + most + " inputs") + ", "
                            + inputs.size() + " are given");
        } else if (!isBlock && layer.lacksInputs()) {
            binder.missing(
                    inputs.isEmpty() ? layer.at() : inputs.getLast().at(),
                    layer.type() + " needs at least " + layer.spec().get().leastInputs()
                            + " inputs: name the layers, as in inputs: [a, b]");
        }
    }
}
