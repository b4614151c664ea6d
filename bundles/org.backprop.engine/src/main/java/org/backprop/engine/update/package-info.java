/**
 * From the gradient of a batch to new parameters: everything that surrounds the optimizer. An update is made in this
 * order: the mean of accumulated gradients, the gradient of penalties, clipping, noise, the optimizer, bounds of
 * norms, lookahead, averaging.
 */
package org.backprop.engine.update;
