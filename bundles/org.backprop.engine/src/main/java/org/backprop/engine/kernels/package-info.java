/** The narrow waist to the hardware: buffers, views and the kernels that the engine is written in. */
package org.backprop.engine.kernels;
