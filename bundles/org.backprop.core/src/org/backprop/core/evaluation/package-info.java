/** Evaluating the networks of runs, in processes of their own. */
package org.backprop.core.evaluation;
