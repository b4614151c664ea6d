package org.backprop.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.backprop.engine.data.RemotePathProvider;

/** Opens paths on any file system that Hadoop knows. This class can be loaded without Hadoop. */
public final class HadoopPaths implements RemotePathProvider {
    @Override
    public String library() {
        return "org.apache.hadoop.fs.FileSystem";
    }

    @Override
    public Path path(URI address) throws IOException {
        return HadoopFiles.path(address);
    }
}
