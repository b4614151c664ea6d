package org.backprop.engine.kernels.formula;

import java.util.List;

/**
 * A compiled {@link Formula}: instructions over slots, to be run for one block of elements after the other. The slots
 * are numbered through: first the operands, then the scalars, the numbers, and the registers for intermediate values.
 *
 * @param operands number of operands
 * @param written whether the program writes each operand
 * @param scalars number of scalars
 * @param numbers the numbers
 * @param registers number of registers
 * @param code the instructions in order
 * @param sum the slot whose elements are added up at the end of a block, or -1
 */
public record Program(
        int operands, boolean[] written, int scalars, float[] numbers, int registers, List<Instruction> code, int sum) {

    /** The scalars of a program that takes none. */
    public static final float[] NO_SCALARS = {};

    /** The greatest number of slots. */
    public static final int MOST_SLOTS = 128;

    public Program {
        int slots = operands + scalars + numbers.length + registers;
        if (slots > MOST_SLOTS) {
            throw new IllegalArgumentException("a program of " + slots + " slots, at most " + MOST_SLOTS);
        }
    }

    /**
     * One instruction; it reads all its arguments of an element before it writes that element.
     *
     * @param a slot of the first argument
     * @param b slot of the second argument, or 0 if there is none
     * @param c slot of the third argument, or 0 if there is none
     * @param to slot of the result
     */
    public record Instruction(Operation operation, int a, int b, int c, int to) {}

    /** The first slot that holds a scalar or number. */
    public int firstScalar() {
        return operands;
    }

    /** The first slot that is a register. */
    public int firstRegister() {
        return operands + scalars + numbers.length;
    }

    /** Number of slots. */
    public int slots() {
        return firstRegister() + registers;
    }
}
