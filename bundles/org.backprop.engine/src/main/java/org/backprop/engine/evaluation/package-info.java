/** Records what a network says about each sample of a set, for views and other tools. */
package org.backprop.engine.evaluation;
