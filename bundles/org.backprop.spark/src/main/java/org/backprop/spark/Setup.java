package org.backprop.spark;

import java.io.Serializable;

import org.backprop.engine.run.PartTask;

/**
 * What the executors of a training are told once.
 *
 * @param id tells the trainings of one executor apart
 * @param task the training
 * @param rows most samples of a part
 */
record Setup(String id, PartTask task, int rows) implements Serializable {}
