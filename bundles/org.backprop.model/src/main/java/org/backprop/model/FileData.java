package org.backprop.model;

/** Samples in files. */
public sealed interface FileData extends DataSpec permits CsvData, IdxData, Cifar10Data, ImagesData, NpzData {

    /** The file or folder, relative to the model file's folder. */
    String path();
}
