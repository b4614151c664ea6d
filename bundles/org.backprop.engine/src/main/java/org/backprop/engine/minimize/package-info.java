/** Minimizers: optimizers that ask for values, gradients or second derivatives of an objective as often as they need. */
package org.backprop.engine.minimize;
