/** What a network said about the samples of a set, and the measures of its quality that are made from that. */
package org.backprop.runlog.evaluation;
