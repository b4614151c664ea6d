package org.backprop.engine.train;

import java.util.HashMap;
import java.util.Map;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/** A copy of the last samples of a batch, those that the next one begins with. Allocates once for each size of a batch. */
final class SharedSamples {

    private final Network network;
    private final int most;
    private final Buffer inputs;
    private final Buffer targets;
    private final Map<Plan, Copy> copies = new HashMap<>();
    private Copy present;

    /** The samples in a batch, where their copy lies, and the plan for them alone. */
    private record Copy(Plan plan, View inputs, View inputCopy, View targets, View targetCopy) {}

    SharedSamples(Network network, int most) {
        this.network = network;
        this.most = most;
        inputs = network.kernels().allocate((long) most * network.inputs());
        targets = network.kernels().allocate((long) most * network.targetColumns());
    }

    /** Copies those of a batch. */
    void keep(Plan batch) {
        present = copies.get(batch);
        if (present == null) {
            present = copy(batch);
            copies.put(batch, present);
        }
        network.kernels().copy(present.inputs(), present.inputCopy());
        network.kernels().copy(present.targets(), present.targetCopy());
    }

    private Copy copy(Plan batch) {
        int rows = Math.min(most, batch.input().rows());
        return new Copy(
                network.plan(rows),
                last(batch.input(), rows),
                inputs.view(0, rows, network.inputs()),
                last(batch.targets(), rows),
                targets.view(0, rows, network.targetColumns()));
    }

    private static View last(View view, int rows) {
        long before = (long) (view.rows() - rows) * view.columns();
        return view.buffer().view(view.offset() + before, rows, view.columns());
    }

    /** A plan that holds them as its batch. */
    Plan plan() {
        network.kernels().copy(present.inputCopy(), present.plan().input());
        network.kernels().copy(present.targetCopy(), present.plan().targets());
        return present.plan();
    }
}
