package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Program;

/** An {@link UpdateRule}, evaluated over all parameters at once. */
final class RuleTransform implements GradientTransform {

    private static final int BEFORE_SLOTS = 2;

    private final Kernels kernels;
    private final Program program;
    private final List<String> slots;
    private final List<Coefficient> coefficients;
    private final float[] scalars;
    private final View[] operands;

    RuleTransform(Kernels kernels, Program program, List<String> slots, List<Coefficient> coefficients) {
        this.kernels = kernels;
        this.program = program;
        this.slots = slots;
        this.coefficients = List.copyOf(coefficients);
        scalars = new float[coefficients.size()];
        operands = new View[BEFORE_SLOTS + slots.size()];
    }

    @Override
    public List<String> slots() {
        return slots;
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms) {
        for (int i = 0; i < scalars.length; i++) {
            scalars[i] = (float) coefficients.get(i).at(step, learningRate);
        }
        operands[0] = parameters;
        operands[1] = gradient;
        for (int i = 0; i < slots.size(); i++) {
            operands[BEFORE_SLOTS + i] = slots.get(i);
        }
        kernels.evaluate(program, scalars, operands, norms);
    }
}
