package org.backprop.model;

/** The kinds of problems in a model file. */
public enum Code {
    /** The file cannot be read from disk. */
    FILE_UNREADABLE,
    /** The bytes are not UTF-8, or the text contains characters that YAML forbids; probably not a text file. */
    NOT_TEXT,
    /** The file has no content. */
    EMPTY_FILE,
    /** The text is over 16 MiB, nested too deeply, or has too many values or alias expansions. */
    TOO_LARGE,
    /** The text is not well-formed YAML. */
    YAML_SYNTAX,
    /** YAML that a model file does not use: tags, several documents, keys that are not plain words. */
    YAML_UNSUPPORTED,
    /** A key stands twice in one mapping. */
    DUPLICATE_KEY,
    /** A key that has no meaning at this place. */
    UNKNOWN_KEY,
    /** A data source, layer, activation, loss or optimizer that does not exist. */
    UNKNOWN_TYPE,
    /** A layer, column or path that is named but does not exist. */
    UNKNOWN_NAME,
    /** A required key or value is missing. */
    MISSING,
    /** A value of the wrong kind, such as text in place of a number. */
    WRONG_TYPE,
    /** A number outside its range, or not finite. */
    OUT_OF_RANGE,
    /** Values, each valid alone, that contradict each other. */
    INCONSISTENT,
    /** The format version is missing or not supported. */
    VERSION,
    /** A name that is not allowed. */
    BAD_NAME,
    /** Two layers have the same name. */
    DUPLICATE_NAME,
    /** Layers take their inputs from each other in a circle. */
    CYCLE,
    /** A layer takes its input from a layer that stands after it. */
    LAYER_ORDER,
    /** The output of a layer is not used. */
    UNUSED_LAYER,
    /** A layer cannot take its input's shape, or the network's input does not fit the data. */
    SHAPE_MISMATCH,
    /** The network's output does not have one unit for each class. */
    OUTPUT_MISMATCH,
    /** The loss expects another kind of output than the network gives. */
    LOSS_MISMATCH,
    /** The data file is not there. */
    DATA_NOT_FOUND,
    /** The data file is there but is not in the format that it should be. */
    DATA_UNREADABLE,
    /** The data can be trained on, but the results will mislead: samples in two sets, or classes that are not trained. */
    DATA_DOUBTFUL
}
