package org.backprop.engine.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Opens paths on file systems that this Java does not know; found by {@link java.util.ServiceLoader}. */
public interface RemotePathProvider {

    /** The class that is there when the libraries of the file systems are. */
    String library();

    /**
     * A path to read from.
     *
     * @throws IOException if its file system is not known or cannot be reached; the message says why
     */
    Path path(URI address) throws IOException;
}
