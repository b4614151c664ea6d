package org.backprop.engine.optimizers;

import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Parameter;

/**
 * Adafactor's second moments V of the gradient of one tensor, which is seen as B matrices {@code [R, C]} of its last two
 * dimensions: {@code V = r c / max(mean(r), epsilon)} with the running means r and c of the mean squares of rows and
 * columns. A matrix with one column counts as one with one row; then c has the squares themselves, and r is their mean.
 * The V of a vector is c.
 */
final class SecondMoments {

    private final SecondMomentFormulas formulas;
    private final boolean vector;
    private final int rows;
    private final int columns;
    private final View gradient;
    private final View first;
    private final View second;
    private final View rowMoments;
    private final View rowSums;
    private final View columnMoments;
    private final View columnSums;
    private final View means;
    private final Rearrangement addRows;
    private final Rearrangement addColumns;
    private final Rearrangement addUp;
    private final Rearrangement spreadRows;
    private final Rearrangement spreadColumns;
    private final Rearrangement spreadMeans;

    /**
     * The moments of a tensor.
     *
     * @param gradient flat gradient {@code [1, N]}
     * @param slot where the moments are kept {@code [1, N]}: those of the rows, then those of the columns
     */
    SecondMoments(SecondMomentFormulas formulas, Parameter tensor, View gradient, View slot) {
        this.formulas = formulas;
        vector = !TensorViews.isMatrix(tensor);
        int last = tensor.shape().getLast();
        int lines = vector ? 1 : tensor.shape().get(tensor.shape().size() - 2);
        boolean oneRow = Math.min(last, lines) == 1;
        rows = oneRow ? 1 : lines;
        columns = oneRow ? last * lines : last;
        int count = tensor.length() / (rows * columns);
        this.gradient = gradient.buffer().view(gradient.offset() + tensor.offset(), 1, tensor.length());
        first = formulas.first(tensor.length());
        second = formulas.second(tensor.length());
        rowSums = formulas.row(count * rows);
        columnSums = formulas.row(count * columns);
        means = formulas.row(count);
        long at = slot.offset() + tensor.offset();
        rowMoments = oneRow ? formulas.row(count) : slot.buffer().view(at, 1, count * rows);
        columnMoments = slot.buffer().view(oneRow ? at : at + count * rows, 1, count * columns);
        addRows = sum(new int[] {count * rows, columns}, new int[] {columns, 1}, new int[] {1, 0});
        addColumns = sum(
                new int[] {count, rows, columns}, new int[] {rows * columns, columns, 1}, new int[] {columns, 0, 1});
        addUp = sum(new int[] {count, rows}, new int[] {rows, 1}, new int[] {1, 0});
        spreadRows = addRows.back(false);
        spreadColumns = addColumns.back(false);
        spreadMeans = addUp.back(false);
    }

    private static Rearrangement sum(int[] counts, int[] from, int[] to) {
        return new Rearrangement(counts, 0, from, 0, to, true);
    }

    /**
     * Takes the gradient into account, and divides it by the root of V.
     *
     * @param newest weight of the new squares in the running means
     * @return the sum of the squares of the result
     */
    double scale(double newest) {
        formulas.square(gradient, first);
        if (rows == 1) {
            formulas.moveMean(columnMoments, first, newest, 1);
            if (vector) {
                formulas.fillOnes(first);
                return formulas.scale(gradient, first, columnMoments);
            }
            formulas.add(addRows, columnMoments, rowSums);
            formulas.moveMean(rowMoments, rowSums, 1, 1.0 / columns);
        } else {
            formulas.add(addRows, first, rowSums);
            formulas.moveMean(rowMoments, rowSums, newest, 1.0 / columns);
            formulas.add(addColumns, first, columnSums);
            formulas.moveMean(columnMoments, columnSums, newest, 1.0 / rows);
        }
        formulas.add(addUp, rowMoments, means);
        formulas.move(spreadMeans, means, rowSums);
        formulas.ratio(rowSums, rowMoments, 1.0 / rows);
        formulas.move(spreadRows, rowSums, first);
        formulas.move(spreadColumns, columnMoments, second);
        return formulas.scale(gradient, first, second);
    }
}
