/**
 * The engine for a Java program: {@link org.backprop.engine.Training} trains a model file, {@link
 * org.backprop.engine.TrainedNetwork} predicts with what came out. The command line and the IDE go the same way.
 */
package org.backprop.engine;
