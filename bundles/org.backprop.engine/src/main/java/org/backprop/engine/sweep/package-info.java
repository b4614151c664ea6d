/** Comparing trainings: which settings are tried, and the processes that train them. */
package org.backprop.engine.sweep;
