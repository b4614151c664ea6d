package org.backprop.model;

/** A reason to end a training before its last epoch. */
public sealed interface StoppingSpec permits EarlyStopping, MaxTimeStopping, TargetMetricStopping {}
