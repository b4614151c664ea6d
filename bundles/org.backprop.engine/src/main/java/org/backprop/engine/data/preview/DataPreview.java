package org.backprop.engine.data.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Source;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.Splitter;
import org.backprop.engine.data.Splitter.Partition;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.data.augmentation.Work;
import org.backprop.engine.random.RandomSequence;
import org.backprop.model.DataSection;
import org.backprop.model.Shape;

/**
 * What a data section holds: how many samples of each class are in each set, and some training samples as they are before
 * {@code normalize}, with random variants if they are augmented. Of generated data only those samples are made.
 *
 * @param shape shape of one sample
 * @param classes names of the classes; empty for regression
 * @param train the training set
 * @param validation the validation set
 * @param test the test set
 * @param samples training samples, without two the same
 * @param categories for each feature the texts that its values 0, 1, ... stand for; empty if all are numbers
 */
public record DataPreview(
        Shape shape,
        List<String> classes,
        SetSize train,
        SetSize validation,
        SetSize test,
        List<Sample> samples,
        List<List<String>> categories) {

    /** A random stream that no other use of the seed takes. */
    private static final long STREAM = -2;

    /** Samples among which mixup and cutmix find partners. */
    private static final int PARTNERS = 64;

    /**
     * The size of a set.
     *
     * @param count number of samples
     * @param perClass number of samples of each class; empty for regression
     */
    public record SetSize(int count, int[] perClass) {}

    /**
     * A training sample.
     *
     * @param features as they are before scaling
     * @param target its class, or the first number to predict
     * @param variants what augmentation makes of it in the first epochs; none if there is nothing to change
     */
    public record Sample(float[] features, float target, List<Variant> variants) {}

    /** What augmentation makes of a sample, and of its target. */
    public record Variant(float[] features, float target) {}

    /**
     * Looks at a data section.
     *
     * @param folder the folder that the section's paths are relative to
     * @param classification whether the samples get labels, else targets
     * @param count how many training samples are wanted; there may be fewer
     * @param variants how many variants of each, if there is augmentation
     * @param seed which samples, and which changes
     * @throws DataException if a file is missing or malformed, or the samples do not suffice for the split
     * @throws java.util.concurrent.CancellationException if {@code progress} is canceled
     */
    public static DataPreview of(
            DataSection section,
            Path folder,
            boolean classification,
            int count,
            int variants,
            long seed,
            Progress progress)
            throws DataException {
        Source source = DataLoader.open(section, folder, classification, progress);
        Partition parts = Splitter.partition(section.split(), source);
        int[] chosen =
                choose(parts.train(), Math.max(count, section.augmentation().isEmpty() ? 0 : PARTNERS), seed);
        Dataset some = source.select(chosen);
        int classes = some.classes().size();
        return new DataPreview(
                some.shape(),
                some.classes(),
                size(source.labels(), parts.train(), classes),
                size(source.labels(), parts.validation(), classes),
                test(source, parts, classes),
                samples(section, some, Math.min(count, chosen.length), variants, seed),
                source.categories());
    }

    private static SetSize test(Source source, Partition parts, int classes) {
        Optional<Dataset> apart = source.test();
        return apart.isEmpty()
                ? size(source.labels(), parts.test(), classes)
                : size(
                        apart.get().labels(),
                        IntStream.range(0, apart.get().count()).toArray(),
                        classes);
    }

    private static SetSize size(int[] labels, int[] members, int classes) {
        int[] perClass = new int[labels == null ? 0 : classes];
        for (int member : members) {
            if (labels != null) {
                perClass[labels[member]]++;
            }
        }
        return new SetSize(members.length, perClass);
    }

    /** Some of the numbers, in random order. */
    private static int[] choose(int[] from, int count, long seed) {
        RandomSequence random = new RandomSequence(seed, STREAM);
        int[] order = from.clone();
        int wanted = Math.min(count, order.length);
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(order.length - i);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return Arrays.copyOf(order, wanted);
    }

    private static List<Sample> samples(DataSection section, Dataset some, int count, int variants, long seed) {
        Optional<Augmenter> augmenter = section.augmentation().isEmpty()
                ? Optional.empty()
                : Augmenter.of(section.augmentation(), new Splits(some, some, some), seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] features = new float[some.width()];
            some.rows().read(i, features, 0);
            float target = some.labels() == null ? some.targets()[i * some.targetWidth()] : some.labels()[i];
            List<Variant> changed = new ArrayList<>();
            if (augmenter.isPresent()) {
                Work work = augmenter.get().work();
                for (int variant = 0; variant < variants; variant++) {
                    float[] values = new float[some.width()];
                    float mixed = augmenter.get().draw(variant, i, work, values, 0);
                    changed.add(new Variant(values, mixed));
                }
            }
            samples.add(new Sample(features, target, changed));
        }
        return samples;
    }
}
