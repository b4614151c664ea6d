package org.backprop.model;

import org.backprop.model.data.RemotePath;

/** Samples in files. */
public sealed interface FileData extends DataSpec permits CsvData, IdxData, Cifar10Data, ImagesData, NpzData {

    /** The file or folder, relative to the model file's folder. */
    String path();

    /** Whether the path begins with a scheme: then the executors of a cluster read the data, each a shard of it. */
    default boolean isRemote() {
        return RemotePath.is(path());
    }
}
