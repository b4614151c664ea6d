/**
 * What is wrong with a training: rules over what a run has recorded. {@link org.backprop.runlog.diagnosis.Diagnosis} is the
 * entry; each rule is a small class with its thresholds as constants.
 */
package org.backprop.runlog.diagnosis;
