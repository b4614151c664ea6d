package org.backprop.views.dropout;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;

import org.backprop.views.images.Region;

/**
 * What the view wants to be drawn.
 *
 * @param pinned folder of the run, or null for the newest
 * @param step the last step; empty for the newest
 * @param layers names of the chosen layers; all if none of them is there
 * @param mode what is shown of them
 * @param region the cells in sight
 * @param width pixels of the image
 * @param height pixels of the image
 */
public record Wanted(
        Path pinned, OptionalLong step, Set<String> layers, Mode mode, Region region, int width, int height) {
    private static final int LEAST_COLUMNS = 32;
    private static final int MOST_COLUMNS = 1024;

    /** The most masks, each at least two pixels wide. */
    public int columns() {
        return Math.clamp(width / 2, LEAST_COLUMNS, MOST_COLUMNS);
    }
}
