package org.backprop.model;

/** Where the samples come from. */
public sealed interface DataSpec permits FileData, GeneratedData {}
