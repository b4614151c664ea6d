package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.Work;

/**
 * The weights of a convolution in the order in which the tiles read them: for each group and each 6 or 4 rows the biases,
 * then for each term of the sums the rows' weights. Rows behind the last one repeat it.
 */
final class FilterPanels implements Work {

    /** Floats from which sharing the copying pays. */
    private static final int LEAST_SHARED = 8192;

    private final int groups;
    private final int rows;
    private final int groupStride;
    private final int rowStride;
    private final int[] terms;
    private final int tileRows;
    private final NativeBuffer memory;
    private long weights;
    private long biases;

    /**
     * Panels for weights of which row r in group g has its term t at {@code g * groupStride + r * rowStride + terms[t]}.
     *
     * @param rows number of rows in a group
     */
    FilterPanels(int groups, int rows, int groupStride, int rowStride, int[] terms) {
        this.groups = groups;
        this.rows = rows;
        this.groupStride = groupStride;
        this.rowStride = rowStride;
        this.terms = terms;
        tileRows = FilterProduct.tileRows(rows);
        memory = new NativeBuffer((long) groups * panels() * panelSize());
    }

    private int panels() {
        return Math.ceilDiv(rows, tileRows);
    }

    private int panelSize() {
        return (1 + terms.length) * tileRows;
    }

    /** Address of a group's first panel. */
    long address(int group) {
        return memory.address((long) group * panels() * panelSize());
    }

    /** Copies the weights; biases is an address or 0 for none. */
    void pack(Team team, long weights, long biases) {
        this.weights = weights;
        this.biases = biases;
        team.run(this, memory.length() >= LEAST_SHARED);
    }

    @Override
    public void run(int part, int parts) {
        int end = Work.end(groups * panels(), 1, part, parts);
        for (int i = Work.begin(groups * panels(), 1, part, parts); i < end; i++) {
            packPanel(i / panels(), i % panels(), memory.address((long) i * panelSize()));
        }
    }

    private void packPanel(int group, int panel, long to) {
        for (int i = 0; i < tileRows; i++) {
            int row = Math.min(panel * tileRows + i, rows - 1);
            long bias = Lanes.at(biases, (long) group * rows + row);
            Lanes.set(Lanes.at(to, i), biases == 0 ? 0f : Lanes.get(bias));
            long from = Lanes.at(weights, (long) group * groupStride + (long) row * rowStride);
            copyTerms(from, terms, Lanes.at(to, tileRows + i), tileRows);
        }
    }

    private static void copyTerms(long from, int[] terms, long to, int step) {
        for (int t = 0; t < terms.length; t++) {
            Lanes.set(Lanes.at(to, (long) t * step), Lanes.get(Lanes.at(from, terms[t])));
        }
    }
}
