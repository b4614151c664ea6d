package org.backprop.model;

/**
 * An average of the parameters over the updates. It is what is evaluated on the validation and the test set and what
 * {@code weights.safetensors} gets, while the training itself goes on with the parameters. The statistics of
 * normalizations are those of the training, as {@code torch.optim.swa_utils.AveragedModel} has them by default.
 */
public sealed interface AveragingSpec permits EmaAveraging, SwaAveraging {}
