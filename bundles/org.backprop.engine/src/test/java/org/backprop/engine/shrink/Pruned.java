package org.backprop.engine.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;

/** Sets random rows, columns and single weights of networks to zero, and draws what is not a weight at random. */
final class Pruned {

    private Pruned() {}

    /** Prunes a network in its place. */
    static void atRandom(Network network, Random random) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (NamedTensor tensor : network.state()) {
            float[] values = tensor.values();
            if (tensor.name().endsWith("running_var")) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = 0.5f + random.nextFloat();
                }
            } else if (tensor.shape().size() == 1) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextInt(4) == 0 ? 0 : random.nextFloat() - 0.5f;
                }
            } else {
                prune(tensor, random);
            }
            tensors.add(tensor);
        }
        network.restore(tensors);
    }

    private static void prune(NamedTensor tensor, Random random) {
        int rows = tensor.shape().get(0);
        int columns = tensor.shape().get(1);
        int size = tensor.values().length / rows / columns;
        boolean[] deadRows = flags(rows, random);
        boolean[] deadColumns = flags(columns, random);
        for (int i = 0; i < tensor.values().length; i++) {
            boolean dead = deadRows[i / size / columns] || deadColumns[i / size % columns];
            if (dead || random.nextInt(5) == 0) {
                tensor.values()[i] = 0;
            }
        }
    }

    private static boolean[] flags(int count, Random random) {
        boolean[] flags = new boolean[count];
        for (int i = 0; i < count; i++) {
            flags[i] = random.nextInt(3) == 0;
        }
        return flags;
    }
}
