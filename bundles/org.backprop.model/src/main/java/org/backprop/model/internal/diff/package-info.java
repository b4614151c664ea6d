/** Comparison of layers and of values. */
package org.backprop.model.internal.diff;
