/** Dense arrays as they stand in files: element type, shape, little-endian bytes in row-major order. */
package org.backprop.runlog.tensor;
