package org.backprop.model.internal.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Finds layers that take their inputs from each other in a circle. */
final class Circles {

    private static final int NONE = -1;

    private final List<List<Integer>> readers = new ArrayList<>();
    private int layer = NONE;
    private int[] next;

    /** For each layer the indexes of its sources; negative ones are no layers. */
    Circles(List<List<Integer>> sources) {
        sources.forEach(inputs -> readers.add(new ArrayList<>()));
        for (int i = 0; i < sources.size(); i++) {
            for (int source : sources.get(i)) {
                if (source >= 0) {
                    readers.get(source).add(i);
                }
            }
        }
    }

    /** A shortest way from a layer over one of its sources along inputs back to the layer, if there is one. */
    Optional<List<Integer>> through(int start, int source) {
        search(start);
        if (source != start && next[source] == NONE) {
            return Optional.empty();
        }
        List<Integer> way = new ArrayList<>(List.of(start));
        for (int at = source; at != start; at = next[at]) {
            way.add(at);
        }
        way.add(start);
        return Optional.of(way);
    }

    /** Finds for each layer that depends on {@code target} the source that is nearest to it. */
    private void search(int target) {
        if (layer == target) {
            return;
        }
        layer = target;
        next = new int[readers.size()];
        Arrays.fill(next, NONE);
        Queue<Integer> reached = new ArrayDeque<>(List.of(target));
        while (!reached.isEmpty()) {
            int at = reached.remove();
            for (int reader : readers.get(at)) {
                if (next[reader] == NONE) {
                    next[reader] = at;
                    reached.add(reader);
                }
            }
        }
    }
}
