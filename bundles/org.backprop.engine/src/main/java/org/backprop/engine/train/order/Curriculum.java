package org.backprop.engine.train.order;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;
import org.backprop.model.CurriculumOrder;

/**
 * The easiest samples first. An epoch goes through a share of them in random order, again and again, until it has as
 * many as there are in the training set. Bengio et al., ICML 2009; Hacohen, Weinshall, ICML 2019.
 */
final class Curriculum implements SampleOrder {

    private final CurriculumOrder spec;
    private final Difficulty difficulty;
    private final long seed;
    private int[] fromEasiest;

    Curriculum(CurriculumOrder spec, Difficulty difficulty, long seed) {
        this.spec = spec;
        this.difficulty = difficulty;
        this.seed = seed;
    }

    @Override
    public int[] of(int epoch) {
        if (fromEasiest == null) {
            float[] values = difficulty.values();
            fromEasiest = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        int count = fromEasiest.length;
        int available = Math.clamp((long) Math.ceil(spec.share(epoch) * count), 1, count);
        RandomSequence random = new RandomSequence(seed, Streams.shuffle(epoch));
        int[] order = new int[count];
        for (int from = 0; from < count; from += available) {
            int[] round = random.permutation(available);
            Arrays.setAll(round, i -> fromEasiest[round[i]]);
            System.arraycopy(round, 0, order, from, Math.min(available, count - from));
        }
        return order;
    }

    @Override
    public Optional<TensorView> state() {
        return difficulty.view();
    }

    @Override
    public void restore(NamedTensor state) {
        difficulty.restore(state);
        fromEasiest = null;
    }
}
