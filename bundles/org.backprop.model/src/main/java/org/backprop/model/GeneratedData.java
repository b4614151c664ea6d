package org.backprop.model;

import java.util.OptionalInt;

/**
 * Samples that are computed, the same on every machine: sample i is a function of the parameters and i alone. Where
 * there are classes, sample i is of class i modulo their number.
 */
public sealed interface GeneratedData extends DataSpec
        permits DigitsData, ShapesData, SpiralsData, MoonsData, CirclesData, BlobsData, XorData, SineData {

    /** A point of the plane. */
    Shape POINT = Shape.of(2);

    /** Number of samples. */
    int samples();

    /** Seed of the generator. */
    long seed();

    /** Shape of one sample. */
    Shape shape();

    /** Number of classes; empty if the target is a number. */
    OptionalInt classCount();
}
