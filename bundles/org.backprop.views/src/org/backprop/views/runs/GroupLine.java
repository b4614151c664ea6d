package org.backprop.views.runs;

/**
 * The line above the runs of a group.
 *
 * @param name what they share
 * @param runs how many there are
 * @param collapsed whether they are hidden
 */
record GroupLine(String name, int runs, boolean collapsed) implements Line {}
