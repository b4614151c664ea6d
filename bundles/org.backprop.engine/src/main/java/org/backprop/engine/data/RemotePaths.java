package org.backprop.engine.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Opens the paths of data that lies elsewhere. */
final class RemotePaths {
    private RemotePaths() {}

    /** @throws DataException if nothing here can open it */
    static Path open(URI address) throws DataException {
        ClassLoader loader = RemotePaths.class.getClassLoader();
        RemotePathProvider provider = ServiceLoader.load(RemotePathProvider.class, loader)
                .findFirst()
                .orElseThrow(() -> missing(address, null));
        try {
            Class.forName(provider.library(), false, loader);
            return provider.path(address);
        } catch (ClassNotFoundException e) {
            throw missing(address, e);
        } catch (IOException e) {
            throw new DataException("%s: %s".formatted(address, e.getMessage()), e);
        }
    }

    private static DataException missing(URI address, Throwable cause) {
        return new DataException(
                "%s: data with a scheme in its path is read by Apache Spark; train with --spark URL, or give a path of this machine"
                        .formatted(address),
                cause);
    }
}
