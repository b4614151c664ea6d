package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.read.DefaultNames;
import org.backprop.model.internal.read.Names;

/** A list of layers: that of the network, or that of a block. */
final class LayerScope {

    private static final String BLOCK = "residual";

    private final LayerItem block;
    private final Pair owner;
    private final List<LayerItem> layers = new ArrayList<>();
    private final List<LayerScope> blocks = new ArrayList<>();
    private final Map<String, LayerItem> named = new HashMap<>();
    private LayerItem projection;
    private Map<String, LayerItem> allNamed;
    private Map<Syntax, LayerScope> byBlock;

    private LayerScope(LayerItem block, Pair owner) {
        this.block = block;
        this.owner = owner;
    }

    /** The layers of the network; empty if the text has no list of them. */
    static Optional<LayerScope> network(Source source) {
        return source.root()
                .flatMap(root -> pair(root, "network"))
                .flatMap(network -> pair(network.value(), "layers"))
                .map(owner -> new LayerScope(null, owner).read());
    }

    private static Optional<Pair> pair(Syntax node, String key) {
        return Syntax.resolved(node) instanceof Syntax.Mapping mapping ? mapping.pair(key) : Optional.empty();
    }

    private LayerScope read() {
        DefaultNames byDefault = new DefaultNames();
        List<Syntax> items = list().map(Syntax.Sequence::items).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Syntax item = Syntax.resolved(items.get(i));
            String type = Words.layerType(item).orElse("layer");
            String counted = byDefault.next(type);
            layers.add(new LayerItem(givenName(item, type).orElse(counted), type, items.get(i), this, i));
            named.putIfAbsent(layers.getLast().name(), layers.getLast());
            readBlock(layers.getLast());
        }
        return this;
    }

    private void readBlock(LayerItem item) {
        if (item.type().equals(BLOCK)) {
            item.typePair().flatMap(type -> pair(type.value(), "layers")).ifPresent(inside -> {
                LayerScope scope = new LayerScope(item, inside).read();
                blocks.add(scope);
                item.typePair()
                        .flatMap(type -> pair(type.value(), "projection"))
                        .ifPresent(scope::readProjection);
            });
        }
    }

    private void readProjection(Pair pair) {
        String type = Words.layerType(pair.value()).orElse("layer");
        projection = new LayerItem(givenName(pair.value(), type).orElse("projection"), type, pair.value(), this, -1);
        readBlock(projection);
    }

    private static Optional<String> givenName(Syntax item, String type) {
        return new LayerItem("", type, item, null, 0)
                .key("name")
                .map(name -> Syntax.resolved(name.value()))
                .flatMap(name -> name instanceof Syntax.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty())
                .filter(Names::isLayerName);
    }

    /** The block that the list belongs to; null for the network. */
    LayerItem block() {
        return block;
    }

    /** The key layers. */
    Pair owner() {
        return owner;
    }

    /** The list; empty if there is no list behind the key. */
    Optional<Syntax.Sequence> list() {
        return owner.value() instanceof Syntax.Sequence list ? Optional.of(list) : Optional.empty();
    }

    /** What the full names of its layers start with. */
    String prefix() {
        return block == null ? "" : block.fullName() + "/";
    }

    /** The layers of the list. */
    List<LayerItem> layers() {
        return layers;
    }

    /** What the input of a block passes on its way around the layers. */
    Optional<LayerItem> projection() {
        return Optional.ofNullable(projection);
    }

    /** All layers, those of blocks and projections among them. */
    Stream<LayerItem> all() {
        return Stream.concat(
                Stream.concat(layers.stream(), projection().stream()),
                blocks.stream().flatMap(LayerScope::all));
    }

    /** The scope of the layers in a block. */
    Optional<LayerScope> inside(LayerItem item) {
        if (byBlock == null) {
            byBlock = new IdentityHashMap<>();
            collect(byBlock);
        }
        return Optional.ofNullable(byBlock.get(item.item()));
    }

    private void collect(Map<Syntax, LayerScope> found) {
        for (LayerScope scope : blocks) {
            found.putIfAbsent(scope.block.item(), scope);
            scope.collect(found);
        }
    }

    /** The layer that a name in {@code inputs} here means; empty for the input of the scope and for unknown names. */
    Optional<LayerItem> resolve(String name, LayerScope network) {
        return own(name).or(() -> network.named(name));
    }

    /** The layer of the list with this name; the first of several. */
    Optional<LayerItem> own(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** The layer here, or in a block or a projection here, with a full name; the first of several. */
    Optional<LayerItem> named(String fullName) {
        if (allNamed == null) {
            allNamed = new HashMap<>();
            all().forEach(layer -> allNamed.putIfAbsent(layer.fullName(), layer));
        }
        return Optional.ofNullable(allNamed.get(fullName));
    }
}
