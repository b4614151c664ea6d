package org.backprop.model;

import java.util.Optional;

/**
 * PNG and JPEG images in a folder for each class. Shape [channels, rows, columns], values 0 to 1.
 *
 * @param path the folder that holds the classes' folders, relative to the model file's folder
 * @param size rows and columns that each image is scaled to; without it all images must have the same size
 * @param color whether images become three channels or one
 */
@SpecType(
        key = "images",
        doc = "PNG and JPEG images, a folder for each class, whose name is the folder's.",
        source = "torchvision.datasets.ImageFolder")
public record ImagesData(
        @SpecParameter(doc = "The folder that holds a folder of images for each class.", main = true)
        String path,

        @SpecParameter(
                doc =
                        "Rows and columns to scale each image to: one number for both, or two; else all must have one size.",
                byDefault = "",
                min = 1,
                max = Size2d.MOST,
                unit = "pixels")
        Optional<Size2d> size,

        @SpecParameter(doc = "Whether an image has three channels (rgb) or one (grey).", byDefault = "rgb")
        ColorMode color)
        implements FileData {}
