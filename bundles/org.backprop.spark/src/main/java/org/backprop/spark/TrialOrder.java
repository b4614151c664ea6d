package org.backprop.spark;

import java.io.Serializable;

/**
 * What an executor is told to train a trial.
 *
 * @param host where the driver takes what the trial records
 * @param port its port
 * @param token says which trial it is, and that it is one of the driver's
 * @param sweep name of the sweep's folder
 * @param run name of the run's folder
 * @param number number of the trial
 */
record TrialOrder(String host, int port, String token, String sweep, String run, int number) implements Serializable {}
