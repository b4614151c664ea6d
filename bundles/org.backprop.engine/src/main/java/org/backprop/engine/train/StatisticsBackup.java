package org.backprop.engine.train;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;

/** A copy of a network's statistics: a forward pass changes them before its loss shows that the step must not be made. */
final class StatisticsBackup {

    private final Kernels kernels;
    private final View statistics;
    private final View copy;

    StatisticsBackup(Network network) {
        kernels = network.kernels();
        statistics = network.statisticsVector().orElse(null);
        copy = statistics == null ? null : kernels.allocate(statistics.length()).view(0, 1, statistics.length());
    }

    void keep() {
        if (statistics != null) {
            kernels.copy(statistics, copy);
        }
    }

    void restore() {
        if (statistics != null) {
            kernels.copy(copy, statistics);
        }
    }
}
