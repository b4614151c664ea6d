package org.backprop.views.runs;

/** A line of the table of runs. */
sealed interface Line permits RunRow, GroupLine {}
