package org.backprop.engine.kernels.vector;

import java.util.stream.IntStream;

import org.backprop.model.Window;

/**
 * The part of a convolution's gradient with respect to the input that falls on every stride-th row and column: a convolution
 * with stride 1 of dz with those elements of the window that reach them.
 */
final class ConvolutionPhase {

    private final int firstRow;
    private final int firstColumn;
    private final int rows;
    private final int columns;
    private final Lowering lowering;
    private final int[] offsets;
    private final FilterPanels panels;

    /**
     * The elements (i, j) of the input for which {@code i + top} and {@code j + left} leave these remainders by the stride.
     */
    ConvolutionPhase(Convolution convolution, int rowRemainder, int columnRemainder) {
        Window window = convolution.window();
        int rowStride = window.stride().height();
        int columnStride = window.stride().width();
        firstRow = Math.floorMod(rowRemainder - window.top(), rowStride);
        firstColumn = Math.floorMod(columnRemainder - window.left(), columnStride);
        rows = Math.ceilDiv(Math.max(0, window.height() - firstRow), rowStride);
        columns = Math.ceilDiv(Math.max(0, window.width() - firstColumn), columnStride);
        int rowDilation = window.dilation().height();
        int columnDilation = window.dilation().width();
        int kernelColumns = window.kernel().width();
        int[] kernelRow = IntStream.range(0, window.kernel().height())
                .filter(k -> k * rowDilation % rowStride == rowRemainder)
                .toArray();
        int[] kernelColumn = IntStream.range(0, kernelColumns)
                .filter(k -> k * columnDilation % columnStride == columnRemainder)
                .toArray();
        lowering = new Lowering(
                convolution.filters(),
                window.outHeight(),
                window.outWidth(),
                rows,
                columns,
                1,
                1,
                IntStream.of(kernelRow)
                        .map(k -> (firstRow + window.top() - k * rowDilation) / rowStride)
                        .toArray(),
                IntStream.of(kernelColumn)
                        .map(k -> (firstColumn + window.left() - k * columnDilation) / columnStride)
                        .toArray());
        int[] terms = IntStream.range(0, convolution.groupFilters())
                .flatMap(filter -> IntStream.of(kernelRow)
                        .flatMap(row -> IntStream.of(kernelColumn)
                                .map(column -> filter * convolution.terms() + row * kernelColumns + column)))
                .toArray();
        offsets = IntStream.of(lowering.offsets()).limit(terms.length).toArray();
        panels = new FilterPanels(
                convolution.groups(),
                convolution.groupChannels(),
                convolution.groupFilters() * convolution.terms(),
                window.kernel().height() * kernelColumns,
                terms);
    }

    /** First row of the input that belongs to this phase. */
    int firstRow() {
        return firstRow;
    }

    /** First column of the input that belongs to this phase. */
    int firstColumn() {
        return firstColumn;
    }

    /** Number of rows of the input that belong to this phase. */
    int rows() {
        return rows;
    }

    /** Number of columns of the input that belong to this phase. */
    int columns() {
        return columns;
    }

    /** Runs of dz. */
    Lowering lowering() {
        return lowering;
    }

    /** Runs that the weights of one channel multiply, for the first group. */
    int[] offsets() {
        return offsets;
    }

    /** The weights by channels. */
    FilterPanels panels() {
        return panels;
    }
}
