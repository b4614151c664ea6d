package org.backprop.engine.data;

/**
 * The three sets of a run, with no sample in common.
 *
 * @param train samples to learn from, never empty
 * @param validation samples to measure on while training; may be empty
 * @param test samples to measure on at the end; may be empty
 */
public record Splits(Dataset train, Dataset validation, Dataset test) {}
