package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.backprop.model.internal.edit.Syntax.Pair;

/** A place that names a layer. */
sealed interface Reference {

    /** The node with the name. */
    Syntax at();

    /** The layer. */
    LayerItem layer();

    /** The text that names the layer after an edit. */
    String text(Renaming renaming);

    /**
     * The parts of the text that name a layer: its own name, and those of the blocks around it.
     *
     * @param from index in the text
     */
    record Part(int from, String name, LayerItem layer) {}

    /** The parts of the text that are names. */
    List<Part> parts();

    private static List<Part> parts(String text, LayerItem layer) {
        List<Part> parts = new ArrayList<>();
        int end = text.length();
        for (LayerItem named = layer; named != null && text.substring(0, end).endsWith(named.name()); ) {
            int from = end - named.name().length();
            parts.add(new Part(from, named.name(), named));
            end = Math.max(0, from - 1);
            named = from == 0 ? null : named.scope().block();
        }
        return parts;
    }

    /** The text as it is. */
    default String text() {
        return ((Syntax.Scalar) Syntax.resolved(at())).text();
    }

    /**
     * In the inputs of a layer.
     *
     * @param consumer the layer that takes the input
     */
    record Input(Syntax at, LayerItem layer, LayerItem consumer) implements Reference {
        @Override
        public String text(Renaming renaming) {
            return consumer.scope() == layer.scope() ? renaming.local(layer) : renaming.full(layer);
        }

        @Override
        public List<Part> parts() {
            return Reference.parts(text(), layer);
        }
    }

    /**
     * In a list of names, or as the key of a mapping.
     *
     * @param rest what follows the name, such as {@code .weight}
     * @param entry the entry whose key it is; null in a list
     */
    record Name(Syntax at, LayerItem layer, String rest, Pair entry) implements Reference {
        @Override
        public String text(Renaming renaming) {
            return renaming.full(layer) + rest;
        }

        @Override
        public List<Part> parts() {
            String text = text();
            return Reference.parts(text.substring(0, text.length() - rest.length()), layer);
        }
    }

    /**
     * In a path with dots, as the key of a mapping.
     *
     * @param layers the layers in the path, by the index of the segment, outermost first
     * @param entry the entry whose key it is
     */
    record Path(Syntax at, TreeMap<Integer, LayerItem> layers, Pair entry) implements Reference {

        static Optional<Path> of(Pair entry, LayerScope network) {
            String[] segments = entry.name().split("\\.", -1);
            TreeMap<Integer, LayerItem> found = new TreeMap<>();
            Optional<LayerScope> scope =
                    segments.length > 2 && segments[0].equals("network") && segments[1].equals("layers")
                            ? Optional.of(network)
                            : Optional.empty();
            for (int i = 2; i < segments.length && scope.isPresent(); i++) {
                Optional<LayerItem> layer = layer(segments[i], scope.get());
                if (layer.isEmpty()) {
                    break;
                }
                found.put(i, layer.get());
                int next = i + 1 < segments.length && segments[i + 1].equals("residual") ? i + 2 : i + 1;
                scope = next < segments.length && segments[next].equals("layers")
                        ? network.inside(layer.get())
                        : Optional.empty();
                i = next;
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(new Path(entry.key(), found, entry));
        }

        private static Optional<LayerItem> layer(String segment, LayerScope scope) {
            if (isIndex(segment)) {
                int index = Integer.parseInt(segment);
                return index < scope.layers().size()
                        ? Optional.of(scope.layers().get(index))
                        : Optional.empty();
            }
            return scope.own(segment);
        }

        private static boolean isIndex(String segment) {
            return segment.matches("\\d{1,9}");
        }

        @Override
        public LayerItem layer() {
            return layers.lastEntry().getValue();
        }

        @Override
        public String text(Renaming renaming) {
            String[] segments = text().split("\\.", -1);
            for (Map.Entry<Integer, LayerItem> part : layers.entrySet()) {
                segments[part.getKey()] = isIndex(segments[part.getKey()])
                        ? Integer.toString(renaming.place(part.getValue()))
                        : renaming.local(part.getValue());
            }
            return String.join(".", segments);
        }

        @Override
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            String[] segments = text().split("\\.", -1);
            int from = 0;
            for (int i = 0; i < segments.length; i++) {
                if (layers.containsKey(i) && !isIndex(segments[i])) {
                    parts.add(new Part(from, segments[i], layers.get(i)));
                }
                from += segments[i].length() + 1;
            }
            return parts;
        }
    }
}
