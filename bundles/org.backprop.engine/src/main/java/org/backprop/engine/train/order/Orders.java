package org.backprop.engine.train.order;

import java.util.function.Supplier;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;
import org.backprop.model.CurriculumOrder;
import org.backprop.model.SampleDifficulty;
import org.backprop.model.SequentialOrder;
import org.backprop.model.ShuffleOrder;
import org.backprop.model.TrainingSection;
import org.backprop.model.WeightedOrder;

/** Maps the orders of a model to their implementations. */
public final class Orders {

    /** The name of the state of an order that has one. */
    public static final String STATE = "order/difficulty";

    private Orders() {}

    /**
     * The order of a training.
     *
     * @param losses the loss of each training sample before the training; asked for when the training begins, if at all
     * @throws IllegalArgumentException if the samples do not have what the order goes by; the message says what
     */
    public static SampleOrder of(
            TrainingSection settings, Dataset training, Kernels kernels, Supplier<float[]> losses) {
        long seed = settings.seed();
        int count = training.count();
        return switch (settings.sampleOrder()) {
            case ShuffleOrder shuffle -> epoch -> new RandomSequence(seed, Streams.shuffle(epoch)).permutation(count);
            case SequentialOrder sequential -> epoch -> null;
            case WeightedOrder weighted -> new WeightedDraws(SampleWeights.of(weighted, training), seed);
            case CurriculumOrder curriculum -> {
                boolean measured = curriculum.by() == SampleDifficulty.LOSS;
                Supplier<float[]> difficulty = measured ? losses : () -> SampleWeights.scores(training);
                yield new Curriculum(curriculum, new Difficulty(count, kernels, difficulty), seed);
            }
        };
    }
}
