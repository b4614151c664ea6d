package org.backprop.engine.data;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.backprop.model.data.DataFormatException;

/** Says why a file could not be read. */
public final class Unreadable {

    private Unreadable() {}

    /**
     * The exception about a failed read.
     *
     * @param key where the path stands in the model file, such as {@code data.npz.path}
     */
    public static DataException because(Path path, String key, IOException e) {
        return switch (e) {
            case NoSuchFileException missing ->
                new DataException("%s: there is no such file; correct %s".formatted(missing.getFile(), key), e);
            case DataFormatException malformed -> new DataException(malformed.getMessage(), e);
            default -> new DataException("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
        };
    }
}
