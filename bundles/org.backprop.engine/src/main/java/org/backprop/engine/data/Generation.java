package org.backprop.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A source whose samples are generated when they are asked for, many of them ahead in the background.
 *
 * @param what the data's name in messages
 * @param generator computes the samples
 * @param count number of samples
 * @param classification whether samples get labels, else their class or number is the target
 */
public record Generation(String what, Generator generator, int count, boolean classification, Progress progress)
        implements Source {

    /**
     * Checks that there are classes if they are wanted.
     *
     * @throws DataException if there are none
     */
    static Generation of(String what, Generator generator, int count, boolean classification, Progress progress)
            throws DataException {
        if (classification && generator.classes().isEmpty()) {
            throw new DataException(
                    what + ": the target is a number, and the loss needs classes; use the loss mse, or other data");
        }
        return new Generation(what, generator, count, classification, progress);
    }

    @Override
    public int[] labels() {
        int classes = generator.classes().size();
        return classification ? IntStream.range(0, count).map(i -> i % classes).toArray() : null;
    }

    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public Dataset select(int[] indices) throws DataException {
        int width = (int) generator.shape().size();
        float[] features = Memory.floats(indices.length, width, what);
        float[] targets = new float[indices.length];
        DrawnFeatures drawn = new DrawnFeatures(generator, indices, features, targets, progress);
        if (classification) {
            int classes = generator.classes().size();
            int[] labels = Arrays.stream(indices).map(i -> i % classes).toArray();
            return new Dataset(generator.shape(), drawn, labels, null, generator.classes(), null);
        }
        drawn.values();
        return new Dataset(generator.shape(), drawn, null, targets, List.of(), null);
    }
}
