package org.backprop.views.pruning;

import java.nio.file.Path;
import java.util.OptionalLong;

import org.backprop.views.images.Region;

/**
 * What the user wants to see.
 *
 * @param pinned folder of the run, or null for the newest
 * @param layer name of the selected layer, or null
 * @param step the moment; empty for the newest
 * @param from first step of the curves
 * @param logarithmic whether the size of the weights is drawn on a logarithmic scale
 * @param region part of the mask that is in sight
 * @param width of the mask's image in pixels
 * @param height of the mask's image in pixels
 * @param plotWidth of the curves in pixels
 */
record Wanted(
        Path pinned,
        String layer,
        OptionalLong step,
        long from,
        boolean logarithmic,
        Region region,
        int width,
        int height,
        int plotWidth) {}
