package org.backprop.model;

/**
 * Two arrays of a NumPy {@code .npz} file: the features [samples, ...] and one target a sample. Types are float32,
 * float64, int32, int64 and uint8, in C order; values are taken as they are.
 *
 * @param path the file, relative to the model file's folder
 * @param features name of the array of features
 * @param target name of the array of labels or numbers, [samples] or [samples, 1]
 */
@SpecType(key = "npz", doc = "Two arrays of a NumPy .npz file, features and target.", source = "numpy.savez")
public record NpzData(
        @SpecParameter(doc = "The file, relative to the folder of the model file.", main = true)
        String path,

        @SpecParameter(doc = "Name of the array of features, one sample a row.", byDefault = "x")
        String features,

        @SpecParameter(doc = "Name of the array to predict: whole numbers from 0 for classes.", byDefault = "y")
        String target)
        implements FileData {}
