/** NVIDIA GPUs: what this machine has, whether the library can drive it, and matrix products on it. */
package org.backprop.engine.cuda;
