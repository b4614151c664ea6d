/** Removing weights: what they matter, which go, and the masks that keep them away. */
package org.backprop.engine.pruning;
