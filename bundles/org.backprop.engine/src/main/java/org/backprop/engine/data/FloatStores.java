package org.backprop.engine.data;

/** Where the features of files are kept. */
public interface FloatStores {

    /** A store for the features of a file. */
    FloatStore open() throws DataException;

    /** A store for the features of a test set that is apart. */
    default FloatStore openTest() throws DataException {
        return open();
    }
}
