/**
 * Benchmarks beside other libraries. Each contestant is a process of its own that obeys lines ({@link
 * org.backprop.engine.bench.WorkerProcess}); contestants run in turn, so that a busy machine slows all of them alike.
 */
package org.backprop.engine.bench;
