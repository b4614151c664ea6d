package org.backprop.engine.kernels.vector;

/**
 * Copies the planes of an image once for each column of a window, shifted and padded, so that what an element of the window
 * meets at all positions is one contiguous run. An element of the next row of the window finds its run a row further in the
 * same copy. Cho and Brand 2017, "MEC: Memory-efficient Convolution"; with a step greater than 1 the rows are sorted by
 * their remainder.
 *
 * <p>Position (i, j) of a run is element {@code (i * rowStep + rowShift, j * columnStep + columnShift)} of the plane, 0
 * outside of it. A run may be read up to the next whole vector.
 */
final class Lowering {

    private final int planes;
    private final int height;
    private final int width;
    private final int rows;
    private final int columns;
    private final int rowStep;
    private final int columnStep;
    private final int[] columnShifts;
    private final int[] firstRows;
    private final int[] rowCounts;
    private final int copyRows;
    private final int copySize;
    private final boolean inPlace;
    private final int[] offsets;

    /**
     * Runs of every plane, row shift and column shift.
     *
     * @param rows rows of a run
     * @param columns columns of a run
     */
    Lowering(
            int planes,
            int height,
            int width,
            int rows,
            int columns,
            int rowStep,
            int columnStep,
            int[] rowShifts,
            int[] columnShifts) {
        this.planes = planes;
        this.height = height;
        this.width = width;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
        this.columnShifts = columnShifts;
        firstRows = new int[rowStep];
        rowCounts = new int[rowStep];
        int count = 0;
        for (int remainder = 0; remainder < rowStep; remainder++) {
            int least = Integer.MAX_VALUE;
            int greatest = Integer.MIN_VALUE;
            for (int shift : rowShifts) {
                if (Math.floorMod(shift, rowStep) == remainder) {
                    least = Math.min(least, shift);
                    greatest = Math.max(greatest, shift);
                }
            }
            if (least <= greatest) {
                firstRows[remainder] = least;
                rowCounts[remainder] = (greatest - least) / rowStep + rows;
                count += rowCounts[remainder];
            }
        }
        copyRows = count;
        int slack = rows * columns % Lanes.COUNT == 0 ? 0 : Lanes.COUNT;
        boolean whole = copyRows == height && columns == width && height * width % Lanes.COUNT == 0;
        inPlace = slack == 0 && whole && isIdentity(rowShifts);
        copySize = inPlace ? height * width : roundUp(copyRows * columns) + slack;
        offsets = new int[planes * rowShifts.length * columnShifts.length];
        int next = 0;
        for (int plane = 0; plane < planes; plane++) {
            for (int rowShift : rowShifts) {
                for (int column = 0; column < columnShifts.length; column++) {
                    int copy = plane * columnShifts.length + column;
                    offsets[next++] = (copy * copySize + row(rowShift) * columns) * Float.BYTES;
                }
            }
        }
    }

    private boolean isIdentity(int[] rowShifts) {
        boolean oneColumn = columnShifts.length == 1 && columnShifts[0] == 0 && columnStep == 1;
        return oneColumn && rowStep == 1 && rowShifts.length > 0 && firstRows[0] == 0;
    }

    private static int roundUp(int values) {
        return Math.ceilDiv(values, Lanes.COUNT) * Lanes.COUNT;
    }

    /** Row of a copy at which the runs with a shift begin. */
    private int row(int shift) {
        int remainder = Math.floorMod(shift, rowStep);
        int row = (shift - firstRows[remainder]) / rowStep;
        for (int before = 0; before < remainder; before++) {
            row += rowCounts[before];
        }
        return row;
    }

    /** Offsets of the runs in bytes, in the order plane, row shift, column shift. */
    int[] offsets() {
        return offsets;
    }

    /** Bytes from a plane's runs to the same runs of the next plane. */
    long planeBytes() {
        return (long) columnShifts.length * copySize * Float.BYTES;
    }

    /** Positions of a run. */
    int positions() {
        return rows * columns;
    }

    /**
     * Whether the runs lie in the image itself, at the same offsets, so that no copy is needed; then its planes are whole
     * vectors.
     */
    boolean isInPlace() {
        return inPlace;
    }

    /** Floats that the copies take. */
    int size() {
        return planes * columnShifts.length * copySize + Lanes.COUNT;
    }

    /**
     * Makes the copies.
     *
     * @param from address of the image
     * @param plane bytes from a plane of the image to the next
     * @param to address of {@link #size} floats
     */
    void copy(long from, long plane, long to) {
        for (int column = 0; column < columnShifts.length; column++) {
            long target = Lanes.at(to, (long) column * copySize);
            for (int remainder = 0; remainder < rowStep; remainder++) {
                copyRows(from, plane, columnShifts[column], remainder, target);
                target = Lanes.at(target, (long) rowCounts[remainder] * columns);
            }
            int rest = copySize - copyRows * columns;
            if (rest > 0) {
                PlaneRows.clear(target, rest, planes, planeBytes());
            }
        }
    }

    private void copyRows(long from, long plane, int shift, int remainder, long to) {
        int count = rowCounts[remainder];
        int first = firstRows[remainder];
        int begin = Math.clamp(Math.ceilDiv(-first, rowStep), 0, count);
        int end = Math.clamp(Math.floorDiv(height - 1 - first, rowStep) + 1, begin, count);
        long source = Lanes.at(from, (long) (first + begin * rowStep) * width);
        long row = Lanes.at(0, (long) rowStep * width);
        long inside = Lanes.at(to, (long) begin * columns);
        PlaneRows.clear(to, begin * columns, planes, planeBytes());
        for (int j = 0; j < columns; j += Lanes.COUNT) {
            int column = j * columnStep + shift;
            PlaneRows.copy(
                    Lanes.at(source, column),
                    row,
                    plane,
                    -column,
                    width - column,
                    columnStep,
                    Lanes.at(inside, j),
                    Lanes.at(0, columns),
                    planeBytes(),
                    columns - j,
                    end - begin,
                    planes);
        }
        PlaneRows.clear(Lanes.at(to, (long) end * columns), (count - end) * columns, planes, planeBytes());
    }
}
