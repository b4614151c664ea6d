package org.backprop.engine.data;

import java.util.List;

import org.backprop.model.Shape;

/**
 * Computes samples. Sample {@code i} depends on the generator's parameters and {@code i} alone, so that any samples can
 * be made in any order, at the same time, and come out equal on every machine. Sample {@code i} of a generator with
 * classes is of class {@code i} modulo their number.
 */
public interface Generator {

    /** Shape of one sample. */
    Shape shape();

    /** The names of the classes; empty if the target is a number. */
    List<String> classes();

    /**
     * Computes sample {@code index} into the zeroes of {@code features} from {@code offset} on; called by several
     * threads at once.
     *
     * @return its target: the class, or the number to predict
     */
    float draw(int index, float[] features, int offset);
}
