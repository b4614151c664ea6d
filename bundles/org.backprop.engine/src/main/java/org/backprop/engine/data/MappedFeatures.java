package org.backprop.engine.data;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Features in a file that is mapped to memory.
 *
 * @param parts as many rows each, but for the last
 * @param rowsPerPart how many
 */
record MappedFeatures(List<FloatBuffer> parts, int rowsPerPart, int count, int width) implements Features {

    @Override
    public void read(int sample, float[] to, int at) {
        parts.get(sample / rowsPerPart).get(sample % rowsPerPart * width, to, at, width);
    }
}
