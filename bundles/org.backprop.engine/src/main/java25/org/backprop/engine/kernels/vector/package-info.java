/**
 * The fast kernels: the Vector API of JDK 25 on native memory. Compiled for Java 25 and therefore never named by other
 * packages; {@link org.backprop.engine.kernels.FastKernels} opens them where they can run.
 *
 * <p>Every kernel cuts its work into parts that do not depend on the number of threads, and uses only arithmetic whose
 * rounding is specified (no horizontal reduction and no exponential of the Vector API, whose results differ between
 * interpreter and compiler). So the same calls give the same bits on any number of threads.
 */
package org.backprop.engine.kernels.vector;
