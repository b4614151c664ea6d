/** Trainings and sweeps on Apache Spark: the driver's side, and what runs in executors. */
package org.backprop.spark;
