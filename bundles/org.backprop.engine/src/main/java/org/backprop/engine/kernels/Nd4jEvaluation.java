package org.backprop.engine.kernels;

import java.util.Arrays;

import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Program.Instruction;

/** Runs a program in blocks that are copied to Java arrays; see {@link Kernels#evaluate}. */
final class Nd4jEvaluation implements Work {

    private static final int LENGTH = 1024;
    private static final int LEAST_SHARED = 8 * LENGTH;

    private final Team team;
    private final NormPass normPass;
    private final float[][][] slots;
    private double[] sums = new double[0];
    private Program program;
    private float[] scalars;
    private View[] operands;

    Nd4jEvaluation(Kernels kernels, Team team) {
        this.team = team;
        normPass = new NormPass(kernels);
        slots = new float[team.size()][0][LENGTH];
    }

    double run(Program program, float[] scalars, View[] operands, UpdateNorms norms) {
        this.program = program;
        this.scalars = scalars;
        this.operands = operands;
        if (norms != null) {
            normPass.before(norms, operands[0], operands[1]);
        }
        if (sums.length < count()) {
            sums = new double[count()];
        }
        team.run(this, operands[0].length() >= LEAST_SHARED);
        normPass.after(norms, operands[0]);
        return program.sum() < 0 ? 0 : Arrays.stream(sums, 0, count()).sum();
    }

    private int count() {
        return Math.ceilDiv(operands[0].length(), LENGTH);
    }

    @Override
    public void run(int part, int parts) {
        float[][] arrays = prepare(part);
        int end = Work.end(count(), 1, part, parts);
        for (int block = Work.begin(count(), 1, part, parts); block < end; block++) {
            int at = block * LENGTH;
            int length = Math.min(LENGTH, operands[0].length() - at);
            for (int i = 0; i < operands.length; i++) {
                ((Nd4jView) operands[i]).elements().get(at, arrays[i], 0, length);
            }
            for (Instruction instruction : program.code()) {
                run(instruction, arrays, length);
            }
            for (int i = 0; i < operands.length; i++) {
                if (program.written()[i]) {
                    ((Nd4jView) operands[i]).elements().put(at, arrays[i], 0, length);
                }
            }
            if (program.sum() >= 0) {
                sums[block] = FormulaLoops.sum(length, arrays[program.sum()]);
            }
        }
    }

    /** The slots of a part, with the scalars and numbers in theirs. */
    private float[][] prepare(int part) {
        if (slots[part].length < program.slots()) {
            slots[part] = new float[program.slots()][LENGTH];
        }
        float[][] arrays = slots[part];
        for (int i = 0; i < program.scalars(); i++) {
            Arrays.fill(arrays[program.firstScalar() + i], scalars[i]);
        }
        for (int i = 0; i < program.numbers().length; i++) {
            Arrays.fill(arrays[program.firstScalar() + program.scalars() + i], program.numbers()[i]);
        }
        return arrays;
    }

    private static void run(Instruction code, float[][] slots, int n) {
        float[] a = slots[code.a()];
        float[] b = slots[code.b()];
        float[] c = slots[code.c()];
        float[] to = slots[code.to()];
        switch (code.operation()) {
            case COPY -> System.arraycopy(a, 0, to, 0, n);
            case ADD -> FormulaLoops.add(n, a, b, to);
            case SUBTRACT -> FormulaLoops.subtract(n, a, b, to);
            case MULTIPLY -> FormulaLoops.multiply(n, a, b, to);
            case DIVIDE -> FormulaLoops.divide(n, a, b, to);
            case MIN -> FormulaLoops.min(n, a, b, to);
            case MAX -> FormulaLoops.max(n, a, b, to);
            case MULTIPLY_ADD -> FormulaLoops.multiplyAdd(n, a, b, c, to);
            case SELECT -> FormulaLoops.select(n, a, b, c, to);
            case ABS -> FormulaLoops.abs(n, a, to);
            case SQRT -> FormulaLoops.sqrt(n, a, to);
            case EXP -> FormulaLoops.exp(n, a, to);
            case LOG -> FormulaLoops.log(n, a, to);
            case TANH -> FormulaLoops.tanh(n, a, to);
        }
    }
}
