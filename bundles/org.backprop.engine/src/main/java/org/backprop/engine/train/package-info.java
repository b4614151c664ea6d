/** The training loop, its listeners and its state. */
package org.backprop.engine.train;
