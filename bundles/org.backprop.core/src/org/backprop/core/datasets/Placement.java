package org.backprop.core.datasets;

/** Where the files of a data set are to be. */
public enum Placement {
    /** They are copied into the folder {@link DatasetImport#FOLDER} beside the model file. */
    COPY,
    /** They stay where they are; the model file names their place, and the folder shows them as a linked resource. */
    LINK
}
