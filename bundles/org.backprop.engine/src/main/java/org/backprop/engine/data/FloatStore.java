package org.backprop.engine.data;

/** Takes the features of samples, value by value, and gives them back. */
public interface FloatStore {

    /**
     * Whether the features of a row are to be added; asked for each row of a file, in order, from 0.
     */
    default boolean wants(int row) {
        return true;
    }

    /**
     * Appends a value.
     *
     * @param what the data's name in the message
     * @throws DataException if there is no room for another value
     */
    void add(float value, String what) throws DataException;

    /**
     * All values, as rows of this width, which ends the adding.
     *
     * @throws DataException if they cannot be read again
     */
    Features features(int width) throws DataException;
}
