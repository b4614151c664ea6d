package org.backprop.engine.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;

/** All that a removal changes, as it was before: weights, masks, and what goes with them. */
final class Undo {

    private final Masks masks;
    private final Follower follower;
    private final Backup buffers;
    private final Map<String, Double> numbers;
    private final float[] mask;

    /** Keeps everything as it is now. */
    Undo(Network network, Masks masks, Follower follower) {
        this.masks = masks;
        this.follower = follower;
        List<View> views = new ArrayList<>();
        network.parameterVector().ifPresent(views::add);
        network.statisticsVector().ifPresent(views::add);
        views.addAll(follower.views());
        buffers = new Backup(network.kernels(), views);
        numbers = follower.numbers();
        mask = masks.exist() ? masks.values() : null;
    }

    /** Goes back. */
    void restore() {
        buffers.restore();
        follower.restore(numbers);
        masks.set(mask);
    }
}
