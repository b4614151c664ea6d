package org.backprop.views.curves;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.views.charts.AxisPart;

/**
 * What the Curves view wants to show.
 *
 * @param runs folders of the runs; none for the newest run
 * @param state what the user chose
 * @param pixels width of the plot areas, at least 1
 * @param zoomed parts of the x axes that the user zoomed into, by group
 */
public record Wanted(List<Path> runs, CurvesState state, int pixels, Map<String, AxisPart> zoomed) {}
