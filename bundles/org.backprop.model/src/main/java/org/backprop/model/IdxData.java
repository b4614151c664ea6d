package org.backprop.model;

/**
 * Samples and labels in the IDX files of the MNIST distribution, plain or gzip-compressed.
 *
 * @param path a folder with the pairs of files (images and labels), or one file of images with its labels beside it;
 *     relative to the model file's folder
 */
@SpecType(
        key = "idx",
        doc = "Images and labels in the IDX file format of MNIST, plain or gzip-compressed.",
        source = "LeCun, Cortes, Burges: The MNIST database of handwritten digits")
public record IdxData(
        @SpecParameter(
                doc =
                        "A folder with the IDX files, or one file of images with its labels beside it. On Spark also hdfs://... and the like.",
                main = true)
        String path)
        implements FileData {}
