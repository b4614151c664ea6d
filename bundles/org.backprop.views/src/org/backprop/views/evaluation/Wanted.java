package org.backprop.views.evaluation;

import java.nio.file.Path;

/**
 * What the user wants to see.
 *
 * @param pinned folder of the run, or null for the newest
 * @param split train, validation or test
 * @param checkpoint best or last
 * @param cell the cell whose samples are listed, or null for all misclassified ones
 */
record Wanted(Path pinned, String split, String checkpoint, Cell cell) {}
