package org.backprop.engine.train;

import java.util.Optional;

/**
 * The result of one completed epoch.
 *
 * @param epoch number of the epoch, counted from 1
 * @param step global number of its last step, counted from 1
 * @param training mean over the epoch's batches as they were trained (so of changing parameters)
 * @param validation evaluation of the validation set after the epoch; empty without one
 */
public record EpochResult(int epoch, long step, Evaluation training, Optional<Evaluation> validation) {}
