package org.backprop.model;

/** Each sample once, in a new random order in each epoch. */
@SpecType(key = "shuffle", doc = "Each sample once, in a new random order in each epoch.")
public record ShuffleOrder() implements OrderSpec {}
