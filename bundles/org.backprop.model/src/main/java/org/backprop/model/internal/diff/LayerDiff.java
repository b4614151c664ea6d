package org.backprop.model.internal.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.backprop.model.diff.Difference;
import org.backprop.model.diff.Difference.Element;
import org.backprop.model.diff.Difference.Kind;
import org.backprop.model.diff.Difference.Side;
import org.backprop.model.edit.LayerText;

/** Compares the layers of two texts. */
public final class LayerDiff {
    private final LayerTree left;
    private final LayerTree right;
    private final LayerMatches matches;

    private LayerDiff(List<LayerText> left, List<LayerText> right) {
        this.left = new LayerTree(left);
        this.right = new LayerTree(right);
        matches = new LayerMatches(this.left, this.right);
    }

    /** What is different, in the order of the layers; what was removed stands behind what it stood behind. */
    public static List<Difference> between(List<LayerText> left, List<LayerText> right) {
        return new LayerDiff(left, right).list("", "");
    }

    private List<Difference> list(String from, String to) {
        List<Difference> found = new ArrayList<>();
        List<LayerText> before = left.list(from);
        removed(before, 0, found);
        for (LayerText layer : right.list(to)) {
            LayerText old = matches.before(layer);
            if (old == null) {
                found.add(new Difference(
                        Kind.ADDED, Element.LAYER, layer.name(), Optional.empty(), side(layer), List.of()));
            } else {
                change(old, layer).ifPresent(found::add);
            }
            if (old != null && !matches.isMoved(layer)) {
                removed(before, before.indexOf(old) + 1, found);
            }
        }
        return found;
    }

    /** Adds the layers from a place on that are gone, up to the next one that is not. */
    private void removed(List<LayerText> before, int from, List<Difference> found) {
        for (LayerText layer : before.subList(from, before.size())) {
            LayerText now = matches.after(layer);
            if (now == null) {
                found.add(new Difference(
                        Kind.REMOVED, Element.LAYER, layer.name(), side(layer), Optional.empty(), List.of()));
            } else if (!matches.isMoved(now)) {
                return;
            }
        }
    }

    private Optional<Difference> change(LayerText before, LayerText after) {
        List<Difference> inside = new ArrayList<>();
        if (!(LayerTree.isUnnamed(before) && LayerTree.isUnnamed(after))) {
            compare("name", LayerTree.local(before), LayerTree.local(after), before, after, inside);
        }
        compare("type", before.type(), after.type(), before, after, inside);
        parameters(before, after, inside);
        if (!before.isBlock() && !after.isBlock()) {
            inputs(before, after, inside);
        }
        inside.addAll(list(before.isBlock() ? before.name() : "\1", after.isBlock() ? after.name() : "\1"));
        boolean moved = matches.isMoved(after);
        return inside.isEmpty() && !moved
                ? Optional.empty()
                : Optional.of(new Difference(
                        moved ? Kind.MOVED : Kind.CHANGED,
                        Element.LAYER,
                        after.name(),
                        side(before),
                        side(after),
                        inside));
    }

    private static void parameters(LayerText before, LayerText after, List<Difference> inside) {
        Set<String> keys = new LinkedHashSet<>(after.parameters().keySet());
        keys.addAll(before.parameters().keySet());
        for (String key : keys) {
            compare(key, before.parameters().get(key), after.parameters().get(key), before, after, inside);
        }
    }

    private void inputs(LayerText before, LayerText after, List<Difference> inside) {
        boolean usual = left.takesTheOneBefore(before) && right.takesTheOneBefore(after);
        List<String> now = before.inputs().stream().map(matches::renamed).toList();
        if (!usual && !now.equals(after.inputs())) {
            String from = String.join(", ", before.inputs());
            String to = String.join(", ", after.inputs());
            inside.add(parameter(Kind.CHANGED, "inputs", from, to, before, after));
        }
    }

    private static void compare(
            String key, String from, String to, LayerText before, LayerText after, List<Difference> inside) {
        if (from == null || to == null || !same(from, to)) {
            Kind kind = from == null ? Kind.ADDED : to == null ? Kind.REMOVED : Kind.CHANGED;
            inside.add(parameter(kind, key, from, to, before, after));
        }
    }

    private static Difference parameter(
            Kind kind, String key, String from, String to, LayerText before, LayerText after) {
        return new Difference(
                kind,
                Element.PARAMETER,
                key,
                Optional.ofNullable(from).map(value -> new Side(value, before.offset(), before.length())),
                Optional.ofNullable(to).map(value -> new Side(value, after.offset(), after.length())),
                List.of());
    }

    private static boolean same(String from, String to) {
        String a = from.replaceAll("\\s+", " ");
        String b = to.replaceAll("\\s+", " ");
        return ValueDiff.number(a).equals(ValueDiff.number(b));
    }

    private static Optional<Side> side(LayerText layer) {
        return Optional.of(new Side(layer.type(), layer.offset(), layer.length()));
    }
}
