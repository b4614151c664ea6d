package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.update.Updates;

/** What the updates of a network depend on, as the workers of local SGD get it and give it back. */
final class RoundState {
    private final Updates updates;
    private final Masks masks;
    private final LiveSettings live;
    private final List<View> views = new ArrayList<>();
    private BitSet removed = new BitSet();

    RoundState(Network network, Updates updates, Masks masks, LiveSettings live) {
        this.updates = updates;
        this.masks = masks;
        this.live = live;
        views.add(network.parameterVector().orElseThrow());
        network.statisticsVector().ifPresent(views::add);
        views.addAll(updates.slots().values());
    }

    /** What it is now. */
    RoundStart get() {
        return new RoundStart(vectors(), masks.removed(), updates.numbers(), live.values());
    }

    /** Takes all that a worker begins with. */
    void set(RoundStart start) {
        live.change(start.live());
        if (!removed.equals(start.removed())) {
            removed = start.removed();
            masks.remove(removed);
        }
        set(start.vectors(), start.numbers());
    }

    /** Takes what the updates have made. */
    void set(float[][] vectors, Map<String, Double> numbers) {
        for (int i = 0; i < vectors.length; i++) {
            views.get(i).set(vectors[i]);
        }
        updates.restore(numbers);
    }

    /** By how much the vectors differ from what they were, times a factor. */
    float[][] changes(RoundStart since, double factor) {
        float[][] changes = vectors();
        for (int i = 0; i < changes.length; i++) {
            for (int j = 0; j < changes[i].length; j++) {
                changes[i][j] = (float) ((changes[i][j] - since.vectors()[i][j]) * factor);
            }
        }
        return changes;
    }

    /** What the updates remember beside the vectors. */
    Map<String, Double> numbers() {
        return updates.numbers();
    }

    private float[][] vectors() {
        return views.stream().map(View::toArray).toArray(float[][]::new);
    }
}
