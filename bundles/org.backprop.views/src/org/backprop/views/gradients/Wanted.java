package org.backprop.views.gradients;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

import org.backprop.views.charts.AxisPart;
import org.backprop.views.images.Region;
import org.eclipse.swt.graphics.Point;

/**
 * What the view wants to be drawn.
 *
 * @param pinned folder of the run, or null for the newest
 * @param layer name of the selected layer, or null
 * @param mode what is drawn
 * @param quantity of lines and image
 * @param distribution of the ridgeline plot
 * @param step the last step; empty for the newest
 * @param from the first step
 * @param region the cells of the image that are in sight
 * @param heat size of the image in pixels, each at least 1
 * @param plotWidth of the lines in pixels, at least 1
 * @param zoom part of the steps of the lines that the user chose
 * @param ridge size of the ridgeline plot in points
 */
public record Wanted(
        Path pinned,
        String layer,
        Mode mode,
        Quantity quantity,
        Distribution distribution,
        OptionalLong step,
        long from,
        Region region,
        Point heat,
        int plotWidth,
        Optional<AxisPart> zoom,
        Point ridge) {}
