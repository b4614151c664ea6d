package org.backprop.engine.data.idx;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FloatStores;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.SampleTable;
import org.backprop.engine.data.Source;
import org.backprop.model.data.IdxFiles;

/**
 * Loads pairs of IDX files. A folder's {@code t10k} pair, if it is there, is the test set; the split then divides the
 * training pair alone, into training and validation set, and a fraction for the test set goes to the training set.
 */
public final class IdxLoader {

    private static final String TEST_PREFIX = "t10k";

    private IdxLoader() {}

    /**
     * Loads the samples of a folder, or of an images file with its labels beside it.
     *
     * @param storage where the features are kept
     * @throws DataException if a file is missing or malformed
     * @throws java.util.concurrent.CancellationException if {@code progress} is canceled
     */
    public static Source load(Path path, boolean classification, FloatStores storage, Progress progress)
            throws DataException {
        List<IdxFiles> pairs = find(path);
        IdxPair train = IdxPair.read(pairs.getFirst(), storage.open(), progress);
        if (pairs.size() == 1) {
            return new SampleTable(path.toString(), train.toDataset(classification ? train.classes() : 0));
        }
        IdxPair test = IdxPair.read(pairs.get(1), storage.openTest(), progress);
        test.requireShapeOf(train);
        int classes = classification ? Math.max(train.classes(), test.classes()) : 0;
        Dataset all = train.toDataset(classes);
        return new SampleTable(path.toString(), all, Optional.of(test.toDataset(classes)));
    }

    /** One pair, or the training pair and the test pair. */
    private static List<IdxFiles> find(Path path) throws DataException {
        List<IdxFiles> pairs;
        try {
            pairs = IdxFiles.find(path);
        } catch (NoSuchFileException e) {
            throw new DataException("%s: there is no such file; correct data.idx.path".formatted(e.getFile()), e);
        } catch (IOException e) {
            throw new DataException("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
        }
        boolean apart = pairs.size() == 2 && !isTest(pairs.getFirst()) && isTest(pairs.get(1));
        if (pairs.size() != 1 && !apart) {
            throw new DataException(
                    "%s: %d pairs of IDX files, expected train-images and t10k-images; name one images file in data.idx.path"
                            .formatted(path, pairs.size()));
        }
        return pairs;
    }

    private static boolean isTest(IdxFiles pair) {
        return pair.images().getFileName().toString().startsWith(TEST_PREFIX);
    }
}
