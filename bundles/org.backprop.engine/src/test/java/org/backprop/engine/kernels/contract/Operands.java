package org.backprop.engine.kernels.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.kernels.contract.Operand.Role;

/** Collects the operands of a {@link Call}, by name. Values are drawn from the standard normal distribution. */
public final class Operands {

    private final List<Operand> operands = new ArrayList<>();
    private final Random random = new Random(1);

    /** Random values that the call reads. */
    public Operands input(String name, int rows, int columns) {
        return input(name, columns, draw(rows * columns));
    }

    /** Random values that the call reads, or nothing, where the kernels take null. */
    public Operands input(String name, boolean present, int rows, int columns) {
        return present ? input(name, rows, columns) : this;
    }

    /** Given values that the call reads, in rows. */
    public Operands input(String name, int columns, float... values) {
        return add(name, Role.INPUT, columns, values);
    }

    /** Computed values that the call reads, in rows. */
    public Operands input(String name, int columns, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return input(name, columns, floats);
    }

    /** A result; it holds NaN before the call. */
    public Operands result(String name, int rows, int columns) {
        float[] values = new float[rows * columns];
        Arrays.fill(values, Float.NaN);
        return add(name, Role.RESULT, columns, values);
    }

    /** A result, or nothing, where the kernels take null. */
    public Operands result(String name, boolean present, int rows, int columns) {
        return present ? result(name, rows, columns) : this;
    }

    /** A result of the shape of another operand, or nothing, if that is absent. */
    public Operands resultLike(String name, String other) {
        find(other).ifPresent(operand -> result(name, operand.rows(), operand.columns()));
        return this;
    }

    /** Random values that the call changes in a defined way. */
    public Operands updated(String name, int rows, int columns) {
        return updated(name, columns, draw(rows * columns));
    }

    /** Given values that the call changes in a defined way, in rows. */
    public Operands updated(String name, int columns, float... values) {
        return add(name, Role.UPDATED, columns, values);
    }

    /** Random values that the call reads and then leaves undefined. */
    public Operands spoilt(String name, int rows, int columns) {
        return add(name, Role.SPOILT, columns, draw(rows * columns));
    }

    /** Random values, the next of this object's sequence. */
    public float[] draw(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Random weights that the call reads, so small that sums over a row with values of magnitude 1 have magnitude 1. */
    public Operands weights(String name, int rows, int columns) {
        float[] values = draw(rows * columns);
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) Math.sqrt(columns);
        }
        return input(name, columns, values);
    }

    /**
     * The values of an operand so far in double precision, from which to compute another.
     *
     * @return null if there is no such operand
     */
    public double[] get(String name) {
        return find(name).map(Operand::toDoubles).orElse(null);
    }

    private Optional<Operand> find(String name) {
        return operands.stream().filter(operand -> operand.name().equals(name)).findFirst();
    }

    private Operands add(String name, Role role, int columns, float[] values) {
        operands.add(new Operand(name, role, values.length / columns, columns, values));
        return this;
    }

    /** A call on these operands. */
    public Call call(String name, Call.Body body, Call.Reference reference) {
        return new Call(name, List.copyOf(operands), body, reference);
    }
}
