package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.model.DataSection;
import org.backprop.model.DataSpec;
import org.backprop.model.Normalization;
import org.backprop.model.Split;

/** Compares sets that are read as they are needed with the same in memory. */
public final class StreamedSets {

    private StreamedSets() {}

    /** Loads a source, streamed or not, with half of it to train on. */
    public static Splits load(
            DataSpec source, List<Normalization> normalize, Path folder, boolean classification, boolean streaming)
            throws DataException {
        Split split = new Split(0.5, 0.25, 0.25, 1, false);
        DataSection section = new DataSection(source, split, normalize, List.of(), Optional.of(streaming));
        return DataLoader.load(section, folder, classification, Progress.NONE);
    }

    /** Fails if a source does not give the same bits streamed and in memory, scaled. */
    public static void assertSame(DataSpec source, Path folder, boolean classification) throws DataException {
        assertSame(source, List.of(Normalization.STANDARDIZE), folder, classification);
    }

    /** As above, with texts in columns or otherwise scaled. */
    public static void assertSame(DataSpec source, List<Normalization> normalize, Path folder, boolean classification)
            throws DataException {
        Splits memory = load(source, normalize, folder, classification, false);
        Splits file = load(source, normalize, folder, classification, true);
        assertEquals(memory.warnings(), file.warnings());
        assertSame(memory.train(), file.train());
        assertSame(memory.validation(), file.validation());
        assertSame(memory.test(), file.test());
    }

    private static void assertSame(Dataset memory, Dataset file) throws DataException {
        assertTrue(memory.inMemory());
        assertFalse(file.inMemory());
        assertTrue(file.count() > 0);
        assertEquals(memory.shape(), file.shape());
        assertEquals(memory.classes(), file.classes());
        assertArrayEquals(memory.labels(), file.labels());
        assertArrayEquals(memory.targets(), file.targets());
        assertArrayEquals(memory.scores(), file.scores());
        assertArrayEquals(memory.features(), ((HeapFeatures) file.rows().inMemory("file")).values());
    }
}
