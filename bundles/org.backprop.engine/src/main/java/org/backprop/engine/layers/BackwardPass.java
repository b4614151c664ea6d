package org.backprop.engine.layers;

/**
 * What the backward pass of a layer needs besides the gradient of its output; values that nobody needs any more give
 * their memory away.
 *
 * @param readsInputs whether it reads the inputs
 * @param readsOutput whether it reads the output
 * @param inPlace whether the gradient of an input may share the memory of the output's, of the same size
 */
public record BackwardPass(boolean readsInputs, boolean readsOutput, boolean inPlace) {}
