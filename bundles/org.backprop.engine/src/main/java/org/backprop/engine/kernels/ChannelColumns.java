package org.backprop.engine.kernels;

import java.util.Arrays;

/** Some columns of a matrix whose rows are {@code [channels, positions]}: between values by channel and by column. */
record ChannelColumns(int from, int count, int positions) {

    /** Writes the value of its channel for each of the columns. */
    void spread(double[] byChannel, float[] byColumn) {
        int channel = from / positions;
        int at = 0;
        while (at < count) {
            int end = Math.min(count, (channel + 1) * positions - from);
            Arrays.fill(byColumn, at, end, (float) byChannel[channel]);
            at = end;
            channel++;
        }
    }

    /** Adds the values of the columns to those of their channels. */
    void addTo(double[] byChannel, float[] byColumn) {
        int channel = from / positions;
        int at = 0;
        while (at < count) {
            int end = Math.min(count, (channel + 1) * positions - from);
            byChannel[channel] += PatchLoops.sum(end - at, byColumn, at);
            at = end;
            channel++;
        }
    }
}
