/** What runs have in common and what sets them apart: hyperparameters, metrics, filters. */
package org.backprop.runlog.compare;
