/** Element-wise formulas, written as expressions and compiled for {@link org.backprop.engine.kernels.Kernels#evaluate}. */
package org.backprop.engine.kernels.formula;
