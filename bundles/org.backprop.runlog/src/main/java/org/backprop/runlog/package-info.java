/**
 * A training run on disk: written by a trainer, followed by anyone who wants to watch it.
 *
 * <p>{@code run} is the entry: a run folder, its provenance, a writer and a tail reader. Below it, {@code events} are
 * TensorBoard event files, {@code series} the curves, {@code safetensors} the weights, {@code tensor} their arrays.
 * {@code control} is the wire on which a trainer takes commands. Nothing here depends on an IDE or on a numeric library.
 */
package org.backprop.runlog;
