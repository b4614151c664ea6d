package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.model.Layer;
import org.backprop.model.edit.LayerText;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Lists the layers of a text in the order in which they compute: those of a block, then the sum that closes it. */
final class LayerListing {

    private final Source source;
    private final LayerScope network;
    private final List<LayerText> listed = new ArrayList<>();

    private LayerListing(Source source, LayerScope network) {
        this.source = source;
        this.network = network;
    }

    static List<LayerText> of(Source source, LayerScope network) {
        LayerListing listing = new LayerListing(source, network);
        listing.list(network, Layer.INPUT);
        return listing.listed;
    }

    /**
     * Lists a scope.
     *
     * @param input what its input is
     */
    private void list(LayerScope scope, String input) {
        for (LayerItem layer : scope.layers()) {
            add(layer, input);
        }
        scope.projection().ifPresent(layer -> add(layer, input));
    }

    private void add(LayerItem layer, String input) {
        List<String> inputs = inputs(layer, input);
        Optional<LayerScope> inside = network.inside(layer);
        if (inside.isPresent() && !inside.get().layers().isEmpty()) {
            String own = inputs.getFirst();
            list(inside.get(), own);
            String around = inside.get().projection().map(LayerItem::fullName).orElse(own);
            inputs = List.of(inside.get().layers().getLast().fullName(), around);
        }
        LayerItem block = layer.scope().block();
        listed.add(new LayerText(
                layer.fullName(),
                layer.type(),
                inputs,
                block == null ? "" : block.fullName(),
                layer.index(),
                inside.isPresent(),
                parameters(layer),
                layer.item().start(),
                layer.item().end() - layer.item().start()));
    }

    private List<String> inputs(LayerItem layer, String input) {
        List<Syntax> given = layer.inputs();
        if (given.isEmpty()) {
            return List.of(
                    layer.index() <= 0
                            ? input
                            : layer.scope().layers().get(layer.index() - 1).fullName());
        }
        return given.stream()
                .map(node -> Syntax.resolved(node) instanceof Syntax.Scalar name ? name.text() : "")
                .map(name -> name.equals(Layer.INPUT)
                        ? input
                        : layer.scope()
                                .resolve(name, network)
                                .map(LayerItem::fullName)
                                .orElse(name))
                .toList();
    }

    private SequencedMap<String, String> parameters(LayerItem layer) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (layer.typePair().isPresent()) {
            Syntax body = Syntax.resolved(layer.typePair().get().value());
            if (body instanceof Syntax.Mapping mapping) {
                mapping.pairs().forEach(pair -> put(parameters, pair));
            } else {
                Words.main(layer.type(), body).ifPresent(main -> parameters.put(main.key(), text(body)));
            }
        }
        if (layer.item() instanceof Syntax.Mapping mapping) {
            mapping.pairs().stream()
                    .filter(pair -> Words.COMMON.contains(pair.name()))
                    .forEach(pair -> put(parameters, pair));
        }
        parameters.remove("name");
        parameters.remove("inputs");
        parameters.remove("layers");
        return parameters;
    }

    private void put(SequencedMap<String, String> parameters, Pair pair) {
        parameters.putIfAbsent(pair.name(), text(Syntax.resolved(pair.value())));
    }

    private String text(Syntax value) {
        return switch (value) {
            case Syntax.Scalar scalar -> scalar.text();
            default -> source.part(value.start(), value.end());
        };
    }
}
