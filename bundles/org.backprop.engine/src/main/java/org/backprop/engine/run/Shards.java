package org.backprop.engine.run;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.Shard;
import org.backprop.engine.train.ShardLayout;
import org.backprop.model.Batching;

/** The shards of a training set that lies elsewhere. */
public final class Shards {
    private Shards() {}

    /** The shards of so many workers; none if the data lies here, and each worker reads all of it. */
    public static List<Shard> of(TrainingTask task, int workers) {
        int[] rows = task.splits().rows();
        if (rows.length == 0) {
            return List.of();
        }
        ShardLayout layout = new ShardLayout(Batching.of(task.model().training(), rows.length), workers);
        return IntStream.range(0, workers)
                .mapToObj(worker -> shard(task, rows, layout.from(worker), layout.from(worker + 1)))
                .toList();
    }

    private static Shard shard(TrainingTask task, int[] rows, int from, int to) {
        return from == to
                ? new Shard(0, 0, task.splits().scale())
                : new Shard(rows[from], rows[to - 1] + 1, task.splits().scale());
    }
}
