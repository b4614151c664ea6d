/** Data sets from files in the IDX format, which MNIST is distributed in: big-endian arrays behind a short header. */
package org.backprop.engine.data.idx;
