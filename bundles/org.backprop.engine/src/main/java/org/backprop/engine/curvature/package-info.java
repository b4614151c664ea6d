/** Second derivatives of a network's loss: Hessian-vector and Gauss-Newton products, and estimates of the diagonal. */
package org.backprop.engine.curvature;
