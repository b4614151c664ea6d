/** Counter-based random numbers. */
package org.backprop.engine.random;
