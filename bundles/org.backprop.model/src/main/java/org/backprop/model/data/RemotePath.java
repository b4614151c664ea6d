package org.backprop.model.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of data that is read through a file system of its own, such as {@code hdfs://host/data/train.csv}. */
public final class RemotePath {
    /** A drive letter of Windows is no scheme. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private RemotePath() {}

    /** Whether a path begins with a scheme. */
    public static boolean is(String path) {
        return SCHEME.matcher(path).matches();
    }

    /**
     * The address that a path with a scheme is; empty for any other path.
     *
     * @throws InvalidPathException if it is not one
     */
    public static Optional<URI> of(String path) {
        try {
            return is(path) ? Optional.of(new URI(path)) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new InvalidPathException(path, e.getReason(), e.getIndex());
        }
    }
}
