/** Gradient transforms: from a gradient to an update of the parameters. */
package org.backprop.engine.optimizers;
