package org.backprop.model.internal.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backprop.model.edit.LayerText;

/** Which layers of two texts are the same. */
final class LayerMatches {
    private final LayerTree left;
    private final LayerTree right;
    private final Map<LayerText, LayerText> toRight = new HashMap<>();
    private final Map<LayerText, LayerText> toLeft = new HashMap<>();
    private final Set<LayerText> moved = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    LayerMatches(LayerTree left, LayerTree right) {
        this.left = left;
        this.right = right;
        match("", "");
    }

    /** The layer on the left that a layer on the right was; null if it is new. */
    LayerText before(LayerText layer) {
        return toLeft.get(layer);
    }

    /** The layer on the right that a layer on the left is now; null if it is gone. */
    LayerText after(LayerText layer) {
        return toRight.get(layer);
    }

    /** Whether a layer on the right stands at another place of its list than before. */
    boolean isMoved(LayerText layer) {
        return moved.contains(layer);
    }

    /** What a layer on the left is called on the right; a text that is no name if it is gone. Other names stay. */
    String renamed(String name) {
        return left.has(name) ? names.getOrDefault(name, "\1" + name) : name;
    }

    private void match(String from, String to) {
        List<LayerText> before = left.list(from);
        List<LayerText> after = right.list(to);
        List<String> wanted = after.stream().map(right::identity).toList();
        int[] pairs = Subsequence.of(before.stream().map(left::identity).toList(), wanted);
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] >= 0) {
                pair(before.get(i), after.get(pairs[i]));
            }
        }
        matchMoved(before, after);
        matchChanged(before, after, pairs);
    }

    private void matchMoved(List<LayerText> before, List<LayerText> after) {
        Map<String, Deque<LayerText>> unmatched = new HashMap<>();
        for (LayerText layer : after) {
            if (!toLeft.containsKey(layer)) {
                unmatched
                        .computeIfAbsent(right.identity(layer), identity -> new ArrayDeque<>())
                        .add(layer);
            }
        }
        for (LayerText layer : before) {
            Deque<LayerText> same = unmatched.get(left.identity(layer));
            if (!toRight.containsKey(layer) && same != null && !same.isEmpty()) {
                LayerText now = same.removeFirst();
                moved.add(now);
                pair(layer, now);
            }
        }
    }

    /** What has no match between two that have is the same if it is of the same type. */
    private void matchChanged(List<LayerText> before, List<LayerText> after, int[] pairs) {
        int place = 0;
        List<LayerText> gap = new ArrayList<>();
        for (int i = 0; i <= before.size(); i++) {
            boolean border = i == before.size() || pairs[i] >= 0;
            if (!border && !toRight.containsKey(before.get(i))) {
                gap.add(before.get(i));
            } else if (border) {
                int end = i == before.size() ? after.size() : pairs[i];
                matchChanged(gap, after.subList(place, end));
                gap.clear();
                place = end + 1;
            }
        }
    }

    private void matchChanged(List<LayerText> gone, List<LayerText> added) {
        int next = 0;
        for (LayerText layer : gone) {
            for (int j = next; j < added.size(); j++) {
                LayerText other = added.get(j);
                if (!toLeft.containsKey(other) && isChanged(layer, other)) {
                    pair(layer, other);
                    next = j + 1;
                    break;
                }
            }
        }
    }

    private static boolean isChanged(LayerText layer, LayerText other) {
        return layer.type().equals(other.type()) && layer.index() < 0 == other.index() < 0;
    }

    private void pair(LayerText from, LayerText to) {
        toRight.put(from, to);
        toLeft.put(to, from);
        names.put(from.name(), to.name());
        if (from.isBlock() && to.isBlock()) {
            match(from.name(), to.name());
        }
    }
}
