package org.backprop.model;

/** Each sample once, in the order of the training set. */
@SpecType(key = "sequential", doc = "Each sample once, in the order of the training set, the same in each epoch.")
public record SequentialOrder() implements OrderSpec {}
