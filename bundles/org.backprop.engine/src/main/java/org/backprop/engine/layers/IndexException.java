package org.backprop.engine.layers;

/** The input of an embedding holds a number that is no index of its vectors. */
public final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexException(float value, int sample, int place, int count) {
        super("an embedding takes whole numbers from 0 to " + (count - 1) + ", but number " + place + " of sample "
                + sample + " of the batch is " + value
                + ": check the data, and that nothing changes its numbers (normalize, augmentation)");
    }
}
