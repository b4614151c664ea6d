package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Layer;
import org.backprop.model.internal.read.LayerDraft.InputName;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads lists of layers: that of the network, and those of blocks, whose layers take the place of the block. */
final class LayerListReader {

    private static final int MOST_LAYERS = 2_000;
    private static final String LAYERS = "layers";
    private static final String PROJECTION = "projection";

    private final SpecBinder binder;
    private final Problems problems;

    LayerListReader(SpecBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** The layers of the network, those of blocks among them. */
    List<LayerDraft> read(Fields network) {
        List<LayerDraft> layers = read(network, Scope.NETWORK);
        if (layers.size() > MOST_LAYERS) {
            tooMany(network.valueAt(LAYERS), layers.size());
            return layers.subList(0, MOST_LAYERS);
        }
        return layers;
    }

    private void tooMany(Location at, int count) {
        problems.error(at, Code.TOO_LARGE, "a network has at most " + MOST_LAYERS + " layers, this has " + count);
    }

    private List<LayerDraft> read(Fields owner, Scope scope) {
        LayerReader reader = new LayerReader(binder, problems, scope);
        List<LayerDraft> layers = new ArrayList<>();
        for (YamlNode item : items(owner)) {
            LayerReader.Item read = reader.read(item);
            if (read.block().isPresent()) {
                layers.addAll(block(read.layer(), read.block().get(), scope, layers));
            } else {
                layers.add(read.layer());
            }
        }
        return layers;
    }

    private List<YamlNode> items(Fields owner) {
        Optional<Entry> entry = owner.entry(LAYERS);
        if (entry.isEmpty()) {
            binder.missing(owner.at(), owner.owner() + " needs the key layers: a list of layers");
            return List.of();
        }
        if (binder.noValue(entry.get())) {
            return List.of();
        }
        Location at = entry.get().valueLocation();
        if (!(entry.get().value() instanceof SequenceNode list)) {
            problems.error(
                    at,
                    Code.WRONG_TYPE,
                    "layers must be a list with one layer on each line that starts with -, is "
                            + Quote.describe(entry.get().value()));
            return List.of();
        }
        if (list.items().isEmpty()) {
            binder.missing(at, "layers is empty: a " + owner.owner() + " has at least one layer");
        } else if (list.items().size() > MOST_LAYERS) {
            tooMany(at, list.items().size());
        }
        return list.items().subList(0, Math.min(MOST_LAYERS, list.items().size()));
    }

    /**
     * The layers of a block, in the order in which they compute: those of the list, the projection, the sum.
     *
     * @param before the layers before it in its scope
     */
    private List<LayerDraft> block(LayerDraft sum, Fields fields, Scope outer, List<LayerDraft> before) {
        Scope scope = outer.inside(sum.name());
        InputName input = sum.inputs().isEmpty()
                ? new InputName(
                        Optional.of(
                                before.isEmpty()
                                        ? Layer.INPUT
                                        : before.getLast().name()),
                        sum.at())
                : sum.inputs().getFirst();
        List<LayerDraft> layers = read(fields, scope);
        if (layers.isEmpty()) {
            return List.of(new LayerDraft(
                    sum.depth(),
                    sum.type(),
                    sum.name(),
                    sum.at(),
                    sum.nameAt(),
                    List.of(input),
                    Optional.empty(),
                    sum.regularizer()));
        }
        String last = layers.getLast().name();
        InputName around = input;
        Optional<Entry> projection = fields.entry(PROJECTION).filter(entry -> !binder.noValue(entry));
        if (projection.isPresent()) {
            layers.addAll(projection(projection.get(), scope));
            around = new InputName(Optional.of(layers.getLast().name()), sum.at());
        }
        layers.set(0, startingAtInput(layers.getFirst()));
        List<LayerDraft> all = new ArrayList<>(scope.resolved(layers, input));
        all.add(sum.withInputs(List.of(new InputName(Optional.of(last), sum.at()), around)));
        return all;
    }

    private List<LayerDraft> projection(Entry entry, Scope scope) {
        LayerReader.Item read = new LayerReader(binder, problems, scope).read(entry.value(), type -> PROJECTION);
        List<LayerDraft> layers = read.block().isPresent()
                ? new ArrayList<>(block(read.layer(), read.block().get(), scope, List.of()))
                : new ArrayList<>(List.of(read.layer()));
        layers.set(0, startingAtInput(layers.getFirst()));
        return layers;
    }

    /** A layer that takes the input of its scope if it names no other. */
    private static LayerDraft startingAtInput(LayerDraft first) {
        return first.inputs().isEmpty()
                ? first.withInputs(List.of(new InputName(Optional.of(Layer.INPUT), first.at())))
                : first;
    }
}
