package org.backprop.engine.data.idx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FloatList;
import org.backprop.engine.data.FloatStore;
import org.backprop.engine.data.Progress;
import org.backprop.model.Shape;
import org.backprop.model.data.IdxFiles;

/**
 * A file of samples and the file with their labels.
 *
 * @param images the samples; unsigned bytes are scaled to 0 to 1
 * @param labels one whole number a sample, or any number for regression
 */
record IdxPair(IdxArray images, IdxArray labels) {

    private static final int MOST_CLASSES = 1 << 16;
    private static final int DIMS_OFFSET = 4;

    /**
     * Reads both files and checks that they belong together.
     *
     * @param store takes the samples
     */
    static IdxPair read(IdxFiles files, FloatStore store, Progress progress) throws DataException {
        IdxArray images = IdxArray.read(files.images(), true, store, progress);
        IdxArray labels = IdxArray.read(files.labels(), false, new FloatList(0), Progress.NONE);
        if (labels.header().dims().length != 1) {
            throw new DataException("%s: byte 3: labels have 1 dimension, not %d; check which file is which"
                    .formatted(labels.file(), labels.header().dims().length));
        }
        if (labels.count() != images.count()) {
            throw new DataException(
                    "%s: byte %d: %,d labels for the %,d samples of %s; the files do not belong together"
                            .formatted(labels.file(), DIMS_OFFSET, labels.count(), images.count(), images.file()));
        }
        return new IdxPair(images, labels);
    }

    /** The number of classes: one more than the largest label. */
    int classes() throws DataException {
        float[] values = labels.values();
        float largest = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= MOST_CLASSES || values[i] != Math.rint(values[i])) {
                throw labels.error(
                        i,
                        "label %s is not a class; classes are the whole numbers 0 to %d"
                                .formatted(values[i], MOST_CLASSES - 1));
            }
            largest = Math.max(largest, values[i]);
        }
        return (int) largest + 1;
    }

    /** Fails if the samples' shape is not that of {@code other}. */
    void requireShapeOf(IdxPair other) throws DataException {
        if (!shape().equals(other.shape())) {
            throw new DataException(
                    "%s: byte %d: samples have shape %s, those of %s have %s; the files do not belong together"
                            .formatted(
                                    images.file(),
                                    DIMS_OFFSET + Integer.BYTES,
                                    shape(),
                                    other.images.file(),
                                    other.shape()));
        }
    }

    /** The samples, for classification into {@code classes} classes, or for regression if that is 0. */
    Dataset toDataset(int classes) {
        if (classes == 0) {
            return new Dataset(shape(), images.rows(), null, labels.values(), List.of(), null);
        }
        int[] indices = new int[labels.count()];
        Arrays.setAll(indices, i -> (int) labels.values()[i]);
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new Dataset(shape(), images.rows(), indices, null, names, null);
    }

    /** One sample's shape: a file of rows and columns holds pictures of one channel. */
    private Shape shape() {
        List<Integer> dims = IntStream.of(images.header().dims()).boxed().toList();
        return switch (dims.size()) {
            case 1 -> Shape.of(1);
            case 3 -> Shape.of(1, dims.get(1), dims.get(2));
            default -> new Shape(dims.subList(1, dims.size()));
        };
    }
}
