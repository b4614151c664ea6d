/** Curves: immutable series over growable arrays, and their reduction to the pixels of a plot. */
package org.backprop.runlog.series;
