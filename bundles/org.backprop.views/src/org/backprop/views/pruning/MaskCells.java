package org.backprop.views.pruning;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.backprop.runlog.tensor.BitMask;
import org.backprop.views.images.Cells;
import org.eclipse.osgi.util.NLS;

/**
 * The mask of one parameter as cells, 1 for a weight that is kept. A matrix has a row for each output (fan-out) and a column
 * for each input (fan-in). A filter is a row of tiles, one for each input channel; the filters of a layer with few input
 * channels stand side by side.
 */
public final class MaskCells implements Cells {
    private static final int TILED = 3;

    private final String name;
    private final BitMask mask;
    private final int outputs;
    private final int inputs;
    private final int height;
    private final int width;
    private final int gap;
    private final int across;

    /** @param name of the parameter */
    public MaskCells(String name, BitMask mask) {
        this.name = name;
        this.mask = mask;
        int[] shape = mask.shape();
        int rank = shape.length;
        gap = rank >= TILED ? 1 : 0;
        outputs = rank < 2 ? 1 : shape[0];
        inputs = rank == 0 ? 1 : rank == 1 ? shape[0] : shape[1];
        width = gap == 0 ? 1 : shape[rank - 1];
        height = gap == 0 || mask.elements() == 0 ? 1 : mask.elements() / (outputs * inputs * width);
        across = gap == 0 ? 1 : across();
    }

    /** How many filters stand side by side so that the picture is about square. */
    private int across() {
        double share = Math.sqrt((double) outputs * (height + gap) / Math.max(1, inputs * (width + gap)));
        return Math.clamp(Math.round(share), 1, Math.max(1, outputs));
    }

    /** Name and shape of the parameter. */
    String title() {
        String shape = Arrays.stream(mask.shape()).mapToObj(String::valueOf).collect(Collectors.joining(" \u00d7 "));
        return NLS.bind(Messages.mask_shape, name, shape);
    }

    /** Whether it shows filters. */
    boolean isTiled() {
        return gap > 0;
    }

    @Override
    public int columns() {
        return mask.elements() == 0 ? 0 : across * inputs * (width + gap) - gap;
    }

    @Override
    public int rows() {
        return mask.elements() == 0 ? 0 : (outputs + across - 1) / across * (height + gap) - gap;
    }

    @Override
    public float at(int column, int row) {
        int index = index(column, row);
        return index < 0 ? Float.NaN : mask.get(index) ? 1 : 0;
    }

    /** The element at a cell, row-major; -1 where there is none. */
    private int index(int column, int row) {
        int tile = column / (width + gap);
        int x = column % (width + gap);
        int y = row % (height + gap);
        int output = row / (height + gap) * across + tile / inputs;
        return x >= width || y >= height || output >= outputs
                ? -1
                : ((output * inputs + tile % inputs) * height + y) * width + x;
    }

    /** What a cell is: its weight by indices, and whether it is kept; null where there is no weight. */
    public String describe(int column, int row) {
        int index = index(column, row);
        if (index < 0 || column >= columns() || row >= rows()) {
            return null;
        }
        StringBuilder indices = new StringBuilder();
        int[] shape = mask.shape();
        int rest = index;
        for (int i = shape.length - 1; i >= 0; i--) {
            indices.insert(0, (i == 0 ? "" : ", ") + rest % shape[i]);
            rest /= shape[i];
        }
        return NLS.bind(mask.get(index) ? Messages.mask_kept : Messages.mask_pruned, name, indices);
    }
}
