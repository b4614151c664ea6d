package org.backprop.model;

/** What may be removed only together. */
public sealed interface PruningPatternSpec permits NOfMPattern, BlockPattern {}
