/** Every operation of the kernels in double precision, plain and slow: what the implementations are measured against. */
package org.backprop.engine.kernels.reference;
