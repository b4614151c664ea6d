package org.backprop.views.evaluation;

/**
 * A cell of a confusion matrix.
 *
 * @param label the class of its samples
 * @param predicted the class that they are taken for
 */
record Cell(int label, int predicted) {}
