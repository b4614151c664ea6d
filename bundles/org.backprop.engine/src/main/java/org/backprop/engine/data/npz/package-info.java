/** Arrays of NumPy's {@code .npz} files. */
package org.backprop.engine.data.npz;
