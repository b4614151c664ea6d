/** What holds for every implementation of the kernels, and how it is checked. */
package org.backprop.engine.kernels.contract;
