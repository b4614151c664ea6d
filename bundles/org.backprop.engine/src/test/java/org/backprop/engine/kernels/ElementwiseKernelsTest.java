package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;

/** Operations on elements one by one, and sums over them, for views shorter and longer than a vector and a block. */
class ElementwiseKernelsTest extends KernelContract {

    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129, 2049, 5000, 100_003};

    @Override
    protected List<Call> list() {
        List<Call> calls = new ArrayList<>();
        for (int length : SIZES) {
            calls.add(fill(length));
            calls.add(copy(length));
            calls.add(addScaled(length));
            calls.add(squaredNorm(length));
            calls.add(dropout(length));
            calls.add(gather(length));
            calls.add(rearrangement(length));
            calls.add(magnitudes(length));
        }
        return calls;
    }

    private static Call fill(int length) {
        return new Operands()
                .result("x", 1, length)
                .call(
                        "fill of " + length,
                        (kernels, on) -> kernels.fill(on.get("x"), 2.5f),
                        on -> Arrays.fill(on.get("x"), 2.5))
                .within(0);
    }

    private static Call copy(int length) {
        return new Operands()
                .input("x", 1, length)
                .result("y", 1, length)
                .call(
                        "copy of " + length,
                        (kernels, on) -> kernels.copy(on.get("x"), on.get("y")),
                        on -> System.arraycopy(on.get("x"), 0, on.get("y"), 0, length))
                .within(0);
    }

    private static Call addScaled(int length) {
        return new Operands()
                .input("x", 1, length)
                .updated("y", 1, length)
                .call(
                        "scaled sum of " + length,
                        (kernels, on) -> kernels.addScaled(-0.7f, on.get("x"), on.get("y")),
                        on -> {
                            for (int i = 0; i < length; i++) {
                                on.get("y")[i] += -0.7f * on.get("x")[i];
                            }
                        });
    }

    private static Call squaredNorm(int length) {
        return new Operands()
                .input("x", 1, length)
                .result("norm", 1, 1)
                .call(
                        "squared norm of " + length,
                        (kernels, on) -> on.get("norm").set(new float[] {(float) kernels.squaredNorm(on.get("x"))}),
                        on -> on.get("norm")[0] =
                                Arrays.stream(on.get("x")).map(x -> x * x).sum());
    }

    private static Call dropout(int length) {
        return new Operands()
                .input("x", 1, length)
                .result("y", 1, length)
                .updated("inPlace", 1, length)
                .call(
                        "dropout of " + length,
                        (kernels, on) -> {
                            kernels.dropout(5, 77, 0, 0.3f, on.get("x"), on.get("y"));
                            kernels.dropout(6, 78, 4, 0.8f, on.get("inPlace"), on.get("inPlace"));
                        },
                        on -> {
                            drop(new DropoutMask(5, 77, 0.3f), 0, on.get("x"), on.get("y"));
                            drop(new DropoutMask(6, 78, 0.8f), 4, on.get("inPlace"), on.get("inPlace"));
                        });
    }

    private static void drop(DropoutMask mask, int first, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = mask.keeps(first + i) ? x[i] / (1 - (double) mask.rate()) : 0;
        }
    }

    /** Some rows in any order, and some in theirs. */
    private static Call gather(int columns) {
        int[] rows = {4, 0, 3, 3, 1};
        float[] source = new Operands().draw(5 * columns);
        return new Operands()
                .result("picked", 3, columns)
                .result("following", 2, columns)
                .call(
                        "batch of rows of " + columns,
                        (kernels, on) -> {
                            kernels.gather(source, rows, 1, on.get("picked"));
                            kernels.gather(source, null, 3, on.get("following"));
                        },
                        on -> {
                            for (int i = 0; i < 3 * columns; i++) {
                                on.get("picked")[i] = source[rows[1 + i / columns] * columns + i % columns];
                            }
                            for (int i = 0; i < 2 * columns; i++) {
                                on.get("following")[i] = source[3 * columns + i];
                            }
                        })
                .within(0);
    }

    /** Rows into the middle of wider ones, and back with every element repeated or added up. */
    private static Call rearrangement(int columns) {
        Rearrangement widen = new Rearrangement(
                new int[] {4, columns}, 0, new int[] {columns, 1}, 2, new int[] {columns + 5, 1}, false);
        Rearrangement transpose =
                new Rearrangement(new int[] {columns, 4}, 0, new int[] {1, columns}, 0, new int[] {4, 1}, false);
        Rearrangement sum =
                new Rearrangement(new int[] {columns, 4}, 0, new int[] {1, columns}, 0, new int[] {1, 0}, true);
        return new Operands()
                .input("x", 4, columns)
                .updated("wide", 4, columns + 5)
                .result("transposed", columns, 4)
                .updated("sums", 1, columns)
                .call(
                        "rearrangement of rows of " + columns,
                        (kernels, on) -> {
                            kernels.rearrange(widen, on.get("x"), on.get("wide"));
                            kernels.rearrange(transpose, on.get("x"), on.get("transposed"));
                            kernels.rearrange(sum, on.get("x"), on.get("sums"));
                        },
                        on -> {
                            for (int i = 0; i < 4 * columns; i++) {
                                double x = on.get("x")[i];
                                on.get("wide")[i / columns * (columns + 5) + 2 + i % columns] = x;
                                on.get("transposed")[i % columns * 4 + i / columns] = x;
                                on.get("sums")[i % columns] += x;
                            }
                        });
    }

    private static Call magnitudes(int length) {
        int[] counts = new int[MagnitudeBins.COUNT];
        return new Operands()
                .input("x", 1, length)
                .result("counts", 1, MagnitudeBins.COUNT)
                .call(
                        "magnitudes of " + length,
                        (kernels, on) -> {
                            kernels.countMagnitudes(on.get("x"), counts);
                            float[] floats = new float[counts.length];
                            for (int i = 0; i < counts.length; i++) {
                                floats[i] = counts[i];
                            }
                            on.get("counts").set(floats);
                        },
                        on -> {
                            Arrays.fill(on.get("counts"), 0);
                            for (double value : on.get("x")) {
                                on.get("counts")[MagnitudeBins.of((float) value)]++;
                            }
                        })
                .within(0);
    }
}
