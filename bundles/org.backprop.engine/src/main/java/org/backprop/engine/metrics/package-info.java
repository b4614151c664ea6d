/** Measures of a network's quality, taken batch by batch. */
package org.backprop.engine.metrics;
