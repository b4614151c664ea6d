package org.backprop.model;

/** Which training samples an epoch takes, and in which order. Every epoch takes as many as there are in the training set. */
public sealed interface OrderSpec permits ShuffleOrder, SequentialOrder, WeightedOrder, CurriculumOrder {}
