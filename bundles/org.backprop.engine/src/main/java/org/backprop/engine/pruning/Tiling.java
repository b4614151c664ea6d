package org.backprop.engine.pruning;

import java.util.function.IntConsumer;

import org.backprop.engine.network.Parameter;

/**
 * The weights of one parameter, seen as a matrix with a row for each unit, divided into tiles that are removed together;
 * those at the right and lower edges may be smaller.
 *
 * @param weights the parameter
 * @param tileRows rows of a tile
 * @param tileColumns columns of a tile
 * @param bias what is removed with each row; null if nothing is
 */
record Tiling(Parameter weights, int tileRows, int tileColumns, Parameter bias) {

    /** Each weight is a tile. */
    static Tiling ofWeights(Parameter weights) {
        return new Tiling(weights, 1, 1, null);
    }

    /** Each row is a tile, with its bias. */
    static Tiling ofUnits(Parameter weights, Parameter bias) {
        return new Tiling(weights, 1, weights.length() / weights.shape().getFirst(), bias);
    }

    private int rows() {
        return weights.shape().getFirst();
    }

    /** Weights of a row. */
    int columns() {
        return weights.length() / rows();
    }

    private int across() {
        return Math.ceilDiv(columns(), tileColumns);
    }

    /** Number of tiles. */
    int count() {
        return Math.ceilDiv(rows(), tileRows) * across();
    }

    /** Passes the places of a tile's weights in the flat parameter vector. */
    void forEach(int tile, IntConsumer place) {
        int top = tile / across() * tileRows;
        int left = tile % across() * tileColumns;
        int bottom = Math.min(rows(), top + tileRows);
        int right = Math.min(columns(), left + tileColumns);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                place.accept(weights.offset() + row * columns() + column);
            }
        }
    }

    /**
     * Adds up the kept weights' values for each tile: what {@link #forEach} passes for all of them, in one pass.
     *
     * @param values of each element of the flat parameter vector
     * @param mask 0 for each element that is removed
     * @param first where the tiles begin in {@code sums} and {@code sizes}
     */
    void sum(float[] values, float[] mask, int first, double[] sums, int[] sizes) {
        int columns = columns();
        int across = across();
        int place = weights.offset();
        for (int row = 0; row < rows(); row++) {
            int tile = first + row / tileRows * across;
            for (int left = 0; left < columns; left += tileColumns) {
                for (int end = place + Math.min(tileColumns, columns - left); place < end; place++) {
                    if (mask[place] != 0) {
                        sums[tile] += values[place];
                        sizes[tile]++;
                    }
                }
                tile++;
            }
        }
    }

    /** Marks a tile, and its biases, in a mask. */
    void mark(int tile, float value, float[] mask) {
        forEach(tile, place -> mask[place] = value);
        if (bias != null) {
            mask[bias.offset() + tile] = value;
        }
    }
}
