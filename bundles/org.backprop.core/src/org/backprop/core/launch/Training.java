package org.backprop.core.launch;

/**
 * One launch of a trainer.
 *
 * @param model name of the model
 * @param setup what the launch configuration asked for
 * @param command what is started
 */
record Training(String model, TrainingSetup setup, TrainerCommand command) {}
