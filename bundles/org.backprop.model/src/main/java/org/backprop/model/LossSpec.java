package org.backprop.model;

/** The loss that training minimizes: the mean over the samples of a batch. */
public sealed interface LossSpec permits NllLoss, CrossEntropyLoss, MseLoss {}
