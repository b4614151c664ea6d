package org.backprop.engine.kernels.vector;

import java.util.List;

import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.Work;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Program.Instruction;

/**
 * Runs a program block by block, each instruction over a block that stays in the first-level cache; see {@link
 * org.backprop.engine.kernels.Kernels#evaluate}.
 */
final class Evaluation implements Work {

    /** Elements in a block where no norms are wanted. */
    private static final int BLOCK = UpdateBlocks.LENGTH;

    private final Team team;
    private final Workspace workspace = new Workspace();
    private final long[][] slots;
    private final long[] bases;
    private UpdateBlocks blocks;
    private double[] sums = new double[0];
    private Program program;
    private float[] scalars;
    private View[] operands;
    private UpdateNorms norms;
    private int length;

    Evaluation(Team team) {
        this.team = team;
        slots = new long[team.size()][Program.MOST_SLOTS];
        bases = new long[Program.MOST_SLOTS];
    }

    double run(Program program, float[] scalars, View[] operands, UpdateNorms norms) {
        this.program = program;
        this.scalars = scalars;
        this.operands = operands;
        this.norms = norms;
        length = operands[0].length();
        for (int i = 0; i < operands.length; i++) {
            bases[i] = NativeView.of(operands[i]).address();
        }
        if (norms != null && (blocks == null || !blocks.fit(NativeView.of(operands[0]), norms))) {
            blocks = new UpdateBlocks(NativeView.of(operands[0]), norms);
        }
        if (sums.length < count()) {
            sums = new double[count()];
        }
        workspace.reserve(team.size(), workspaceSize());
        team.run(this, Sharing.pays((long) length * program.code().size()));
        if (norms != null) {
            blocks.report(norms, workspace.of(0));
        }
        return program.sum() < 0 ? 0 : total();
    }

    private int count() {
        return norms == null ? Math.ceilDiv(length, BLOCK) : blocks.count();
    }

    /** A vector for sums, one for each scalar and number, the registers and the block before the update. */
    private long workspaceSize() {
        int vectors = 1 + program.firstRegister() - program.firstScalar();
        return (long) vectors * Lanes.COUNT + (program.registers() + 1L) * BLOCK;
    }

    private double total() {
        double total = 0;
        for (int block = 0; block < count(); block++) {
            total += sums[block];
        }
        return total;
    }

    @Override
    public void run(int part, int parts) {
        long memory = workspace.of(part);
        long before = prepare(slots[part], memory);
        int end = Work.end(count(), 1, part, parts);
        for (int block = Work.begin(count(), 1, part, parts); block < end; block++) {
            int begin = norms == null ? block * BLOCK : (int) blocks.begin(block);
            int size = norms == null ? Math.min(BLOCK, length - begin) : (int) blocks.end(block) - begin;
            for (int i = 0; i < program.operands(); i++) {
                slots[part][i] = Lanes.at(bases[i], begin);
            }
            if (norms == null) {
                run(slots[part], size);
            } else {
                runWithNorms(slots[part], size, before, blocks.sums(block));
            }
            if (program.sum() >= 0) {
                sums[block] = ElementLoops.sum(slots[part][program.sum()], size, memory);
            }
        }
    }

    /** Sets the slots behind the operands; gives the address of the block before the update. */
    private long prepare(long[] slots, long memory) {
        long at = memory + Lanes.BYTES;
        for (int slot = program.firstScalar(); slot < program.firstRegister(); slot++) {
            int scalar = slot - program.firstScalar();
            float value = scalar < program.scalars() ? scalars[scalar] : program.numbers()[scalar - program.scalars()];
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                Lanes.set(Lanes.at(at, lane), value);
            }
            slots[slot] = at;
            at += Lanes.BYTES;
        }
        for (int slot = program.firstRegister(); slot < program.slots(); slot++) {
            slots[slot] = at;
            at = Lanes.at(at, BLOCK);
        }
        return at;
    }

    private void runWithNorms(long[] slots, int size, long before, long sums) {
        long parameters = slots[0];
        Lanes.copy(parameters, before, size);
        ElementLoops.squares(slots[1], size, sums);
        ElementLoops.squares(before, size, sums + Lanes.BYTES);
        run(slots, size);
        ElementLoops.squares(parameters, size, sums + 2L * Lanes.BYTES);
        ElementLoops.squaredDifferences(parameters, before, size, sums + 3L * Lanes.BYTES);
    }

    private void run(long[] slots, int n) {
        List<Instruction> code = program.code();
        for (int i = 0; i < code.size(); i++) {
            run(code.get(i), slots, n);
        }
    }

    private void run(Instruction code, long[] slots, int n) {
        long a = slots[code.a()];
        long b = slots[code.b()];
        long c = slots[code.c()];
        long to = slots[code.to()];
        int stepA = step(code.a());
        int stepB = step(code.b());
        int stepC = step(code.c());
        switch (code.operation()) {
            case COPY -> FunctionLoops.copy(a, stepA, to, n);
            case ADD -> ElementLoops.add(a, stepA, b, stepB, to, n);
            case SUBTRACT -> ElementLoops.subtract(a, stepA, b, stepB, to, n);
            case MULTIPLY -> ElementLoops.multiply(a, stepA, b, stepB, to, n);
            case DIVIDE -> ElementLoops.divide(a, stepA, b, stepB, to, n);
            case MIN -> ElementLoops.min(a, stepA, b, stepB, to, n);
            case MAX -> ElementLoops.max(a, stepA, b, stepB, to, n);
            case MULTIPLY_ADD -> ElementLoops.multiplyAdd(a, stepA, b, stepB, c, stepC, to, n);
            case SELECT -> ElementLoops.select(a, stepA, b, stepB, c, stepC, to, n);
            case ABS -> FunctionLoops.abs(a, stepA, to, n);
            case SQRT -> FunctionLoops.sqrt(a, stepA, to, n);
            case EXP -> {
                FunctionLoops.copy(a, stepA, to, n);
                VectorMath.exp(to, 1, 0, to, n);
            }
            case LOG -> {
                FunctionLoops.copy(a, stepA, to, n);
                VectorMath.log(to, n);
            }
            case TANH -> {
                FunctionLoops.copy(a, stepA, to, n);
                VectorMath.tanh(to, n);
            }
        }
    }

    private int step(int slot) {
        return slot >= program.firstScalar() && slot < program.firstRegister() ? 0 : Lanes.BYTES;
    }
}
