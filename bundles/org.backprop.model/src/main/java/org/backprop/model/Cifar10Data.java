package org.backprop.model;

/**
 * The images of CIFAR-10 in its binary version: {@code data_batch_1.bin} to {@code data_batch_5.bin} and
 * {@code test_batch.bin}, which is the test set. Shape [3, 32, 32], values 0 to 1.
 *
 * @param path the folder with the six files, or the one that holds it as {@code cifar-10-batches-bin}; relative to the
 *     model file's folder
 */
@SpecType(
        key = "cifar10",
        doc = "The 32x32 colour images of CIFAR-10, binary version, 10 classes; its test batch is the test set.",
        source = "Krizhevsky 2009: Learning multiple layers of features from tiny images")
public record Cifar10Data(
        @SpecParameter(doc = "The folder with data_batch_1.bin to data_batch_5.bin and test_batch.bin.", main = true)
        String path)
        implements FileData {}
