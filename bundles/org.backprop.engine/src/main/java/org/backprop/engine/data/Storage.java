package org.backprop.engine.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.data.DataInfo;
import org.backprop.model.data.DataProbe;

/** Where the features of samples in files are kept. */
public enum Storage implements FloatStores {
    /** In memory. */
    HEAP,
    /** In a temporary file that is mapped to memory. */
    FILE;

    /** The part of the memory that features may take; and they take it twice while they are divided into sets. */
    private static final double SHARE = 0.4;

    @Override
    public FloatStore open() throws DataException {
        return this == HEAP ? new FloatList(0) : new FloatFile();
    }

    /**
     * The storage that a data section asks for, or the file if the features do not fit in memory or lie elsewhere; memory if
     * the features are what is to be predicted.
     *
     * @param folder what paths in the section are relative to
     * @param memory bytes that this process may use
     */
    static Storage of(DataSection section, Path folder, long memory) {
        if (section.isRemote()) {
            return FILE;
        }
        boolean streaming =
                section.streaming().orElseGet(() -> section.canStream() && bytes(section, folder) > SHARE * memory);
        return streaming && !section.reconstruct() ? FILE : HEAP;
    }

    /** Bytes of all features, by headers or the file's size; 0 if there is an error, which the loader will report. */
    private static double bytes(DataSection section, Path folder) {
        try {
            if (section.source() instanceof CsvData csv) {
                return Files.size(folder.resolve(csv.path()));
            }
            DataInfo info = DataProbe.probe(section.source(), folder);
            double values = (double) info.samples().orElse(0)
                    * info.shape().map(shape -> shape.size()).orElse(0L);
            return Float.BYTES * values;
        } catch (IOException | InvalidPathException e) {
            return 0;
        }
    }
}
